"""What each release left behind, as rows: from every one of them the present program must be reached with all kept."""
