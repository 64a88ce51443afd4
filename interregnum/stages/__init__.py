"""The eleven stages of an assignment, in the order of its life; a later stage may look back, none looks ahead."""
