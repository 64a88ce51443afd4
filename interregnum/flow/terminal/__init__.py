"""What the commands read and print. No table is asked: these commands work before anything has been set up."""
