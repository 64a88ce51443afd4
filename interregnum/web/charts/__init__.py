"""Geometry of the charts: web/templates/web/charts/ turns it into SVG with a table beside it."""

from interregnum.web.charts.draw import (
    bar_chart,
    line_chart,
    map_chart,
    nice_ticks,
    radar_chart,
    sparkline,
    stacked_chart,
)

__all__ = ["bar_chart", "line_chart", "map_chart", "nice_ticks", "radar_chart", "sparkline", "stacked_chart"]
