"""An invented firm, made by replaying real actions under a moving clock."""
