"""OR-Tools CP-SAT on the model's rows: Booleans, with the cliques told as such."""
from typing import List, Optional

import numpy as np
from ortools.sat.python import cp_model

from .found import Found, Trace
from .model import Model, Rows


def _rows(program: cp_model.CpModel, columns: List[cp_model.IntVar], rows: Rows) -> None:
    """Each row in its own best form: a clique, an exact cover, a clause or a linear row."""
    matrix, below, above = rows
    for row in range(matrix.shape[0]):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        entries, values = matrix.indices[part], matrix.data[part]
        if not np.isfinite(below[row]) and not np.isfinite(above[row]):
            continue
        mine = [columns[entry] for entry in entries]
        unit = np.all(values == 1) and all(column.is_boolean for column in mine)
        if unit and below[row] == above[row] == 1:
            program.add_exactly_one(mine)
        elif unit and above[row] == 1 and below[row] <= 0:
            program.add_at_most_one(mine)
        elif unit and below[row] == 1 and not np.isfinite(above[row]):
            program.add_bool_or(mine)
        else:
            whole = np.round(values).astype(np.int64)
            low = int(below[row]) if np.isfinite(below[row]) else -(2 ** 40)
            high = int(np.floor(above[row])) if np.isfinite(above[row]) else 2 ** 40
            program.add_linear_constraint(
                cp_model.LinearExpr.weighted_sum(mine, whole.tolist()), low, high)


def minimise(model: Model, objective: np.ndarray, rows: Rows, *, threads: int, seconds: float,
             start: Optional[np.ndarray] = None,
             trace: Optional[Trace] = None) -> Found:
    """The best solution that CP-SAT finds with so many workers."""
    program = cp_model.CpModel()
    columns = [program.new_bool_var("") if (lower, upper) == (0, 1)
               else program.new_int_var(int(lower), int(upper), "")
               for lower, upper in zip(model.lower, model.upper)]
    _rows(program, columns, rows)
    used = np.flatnonzero(objective)
    program.minimize(cp_model.LinearExpr.weighted_sum(
        [columns[column] for column in used], np.round(objective[used]).astype(int).tolist()))
    if start is not None:
        for column, value in zip(columns, np.round(start).astype(int).tolist()):
            program.add_hint(column, value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = threads
    solver.parameters.linearization_level = 2  # the LP is nearly tight: proves sooner
    solver.parameters.max_time_in_seconds = max(seconds, 0.01)
    watcher = _Watcher(trace) if trace is not None else None
    status = solver.solve(program, watcher)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(None, solver.best_objective_bound, status == cp_model.INFEASIBLE, None)
    values = np.array([solver.value(column) for column in columns], float)
    return Found(round(solver.objective_value), solver.best_objective_bound,
                 status == cp_model.OPTIMAL, values)


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Traces each better solution."""

    def __init__(self, trace: Trace) -> None:
        super().__init__()
        self.trace = trace

    def on_solution_callback(self) -> None:
        """Called by the solver."""
        self.trace(self.objective_value, self.best_objective_bound)
