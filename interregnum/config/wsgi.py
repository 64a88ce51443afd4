"""The door for a web server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from interregnum.outside.safekeeping.locks import stay_in_use

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interregnum.config.settings")
# However the server was started: no restore may replace the data under it.
stay_in_use(settings.DATA)
application = get_wsgi_application()
