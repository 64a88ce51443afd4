from collections import Counter

from django.db import migrations, models


def tell_apart(apps, schema_editor):
    """What a profile shows beyond what its cases counted for was declared; what equals it was proven by them."""
    managers = apps.get_model('people', 'Manager').objects
    for manager in managers.filter(pk__in=apps.get_model('people', 'Case').objects.values('manager')):
        cases = list(manager.cases.all())
        told = [case for case in cases if case.is_confirmed is not False]
        sure = [case for case in told if case.is_confirmed]
        weeks = [case.first_result_weeks for case in sure if case.first_result_weeks is not None]
        pairs = {
            'deadlocks_broken': sum(bool(case.deadlock) for case in sure),
            'cases_with_referee': len(sure),
        }
        manager.declared = {
            name: more(getattr(manager, name), counted(name, cases)) for name in ('categories', 'reasons')
        } | {name: getattr(manager, name) * (getattr(manager, name) > proven) for name, proven in pairs.items()}
        manager.declared['first_result_weeks'] = None if weeks else manager.first_result_weeks
        for name in ('categories', 'reasons'):
            now = counted(name, told)
            setattr(manager, name, {code: max(manager.declared[name].get(code, 0), now[code])
                                    for code in {**manager.declared[name], **now}})
        manager.save(update_fields=['declared', 'categories', 'reasons'])


def counted(name, cases):
    if name == 'categories':
        return Counter(case.category for case in cases)
    return Counter(reason for case in cases for reason in case.reasons)


def more(shown, proven):
    return {code: number for code, number in shown.items() if number > proven[code]}


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0014_days_away_of_managers'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='withdrawn_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='manager',
            name='declared',
            field=models.JSONField(null=True),
        ),
        migrations.RunPython(tell_apart, migrations.RunPython.noop),
    ]
