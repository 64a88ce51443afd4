"""An ended choice makes room for the next proposal, as a declined one does."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brief', '0003_write_the_brief_with_the_client'),
        ('choose', '0010_ask_meet_and_say_how_it_went'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='proposal',
            name='one_live_proposal_a_brief',
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('declined', 'ended')), _negated=True), fields=('brief',), name='one_live_proposal_a_brief'),
        ),
    ]
