"""What the pages of the bureau ask: the jobs that wait, run or failed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Min, Q, QuerySet, Value, When
from django.http import Http404
from django_tasks_db.models import DBTaskResult, get_date_max

from interregnum.jobs.claims import DONE, FAILED, READY, RUNNING, JobRow, known
from interregnum.jobs.models import Effort, Started, Worker
from interregnum.jobs.queue import Job
from interregnum.kernel.actor import Actor

STATES = {"waiting": READY, "running": RUNNING, "failed": FAILED}
# Done jobs are proof for a week; what they did stands on the record itself.
DONE_DAYS = 7


@dataclass(frozen=True)
class JobLine:
    """A job as a page shows it. `kind` is the class of the error of the last try, `reason` its words."""

    id: UUID
    called: object
    argument: str
    state: str
    since: datetime
    again_at: datetime | None
    tries: int
    kind: str
    reason: str
    traceback: str
    done: int
    of: int


@dataclass(frozen=True)
class JobFigures:
    waiting: int
    running: int
    failed: int
    failed_today: int
    oldest_waiting: datetime | None


def jobs_in(state: str) -> QuerySet[JobRow]:
    """The jobs of one state, or all that are not done: running ones first, then failed, then waiting."""
    rows = DBTaskResult.objects.exclude(status=DONE).select_related("effort")
    if state in STATES:
        rows = rows.filter(status=STATES[state])
    order = Case(
        When(status=RUNNING, then=Value(0)),
        When(status=FAILED, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return rows.order_by(order, F("finished_at").desc(), "enqueued_at", "pk")


def job_line(row: JobRow) -> JobLine:
    effort: Effort = getattr(row, "effort", None) or Effort()
    state = next((name for name, status in STATES.items() if status == row.status), "done")
    waits = state == "waiting" and row.run_after != get_date_max()
    since = {"running": row.started_at, "failed": row.finished_at}.get(state)
    return JobLine(
        id=row.pk,
        called=known(row).called or row.task_path.rsplit(".", 1)[-1].replace("_", " "),
        argument=" ".join(str(argument) for argument in row.args_kwargs["args"])[:120],
        state=state,
        since=since or row.enqueued_at,
        again_at=row.run_after if waits else None,
        tries=effort.tries,
        kind=row.exception_class_path,
        reason=effort.reason,
        traceback=row.traceback,
        done=effort.done,
        of=effort.of,
    )


def is_under_way(job: Job, *args: str) -> bool:
    """Whether it waits or runs with these arguments."""
    rows = DBTaskResult.objects.filter(task_path=job.module_path, args_kwargs__args=list(args))
    return rows.filter(status__in=(READY, RUNNING)).exists()


def job_figures(*, today: datetime) -> JobFigures:
    """How the queue stands; `today` is the moment at which today began."""
    found = DBTaskResult.objects.exclude(status=DONE).aggregate(
        waiting=Count("pk", filter=Q(status=READY)),
        running=Count("pk", filter=Q(status=RUNNING)),
        failed=Count("pk", filter=Q(status=FAILED)),
        failed_today=Count("pk", filter=Q(status=FAILED, finished_at__gte=today)),
        oldest_waiting=Min("enqueued_at", filter=Q(status=READY)),
    )
    return JobFigures(**found)


@dataclass(frozen=True)
class Progress:
    """How far a job is; `job` is None once it is forgotten. `is_anybody_there`: some worker gives signs of life."""

    code: str
    job: JobLine | None
    is_anybody_there: bool

    @property
    def state(self) -> str:
        """waiting, running, failed or done."""
        return self.job.state if self.job else "done"


def progress_of(code: str, *, seen_by: Actor) -> Progress:
    """How far the job is that somebody started. Raises Http404 when it was started by somebody else."""
    if not Started.objects.filter(job=code, by=seen_by.code).exists():
        raise Http404
    row = DBTaskResult.objects.filter(pk=UUID(code)).select_related("effort").first() if _is_uuid(code) else None
    return Progress(code, job_line(row) if row else None, Worker.objects.exists())


def _is_uuid(code: str) -> bool:
    try:
        return bool(UUID(code))
    except ValueError:
        return False


def forget_done_jobs(at: datetime) -> int:
    """Delete jobs that were done a week ago or earlier; returns how many."""
    old = DBTaskResult.objects.filter(status=DONE, finished_at__lte=at - timedelta(days=DONE_DAYS))
    Started.objects.filter(job__in=[str(key) for key in old.values_list("pk", flat=True)]).delete()
    return int(old.delete()[1].get(DBTaskResult._meta.label, 0))
