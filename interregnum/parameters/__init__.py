"""Every legal amount, threshold and default of the practice, with the day it holds from and its source."""
