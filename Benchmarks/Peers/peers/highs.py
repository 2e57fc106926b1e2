"""HiGHS on the model: the LP and the MIP of one level."""
from typing import Optional

import highspy
import numpy as np

from .found import Found, Trace
from .model import Model, Rows


def _highs(model: Model, objective: np.ndarray, rows: Rows, *, whole: bool, threads: int,
           seconds: float) -> highspy.Highs:
    """A HiGHS instance with the model in it."""
    matrix, below, above = rows
    problem = highspy.HighsLp()
    problem.num_col_, problem.num_row_ = matrix.shape[1], matrix.shape[0]
    problem.col_cost_ = objective
    problem.col_lower_, problem.col_upper_ = model.lower, model.upper
    problem.row_lower_, problem.row_upper_ = below, above
    problem.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    problem.a_matrix_.start_ = matrix.indptr
    problem.a_matrix_.index_ = matrix.indices
    problem.a_matrix_.value_ = matrix.data
    if whole:
        kinds = np.full(matrix.shape[1], highspy.HighsVarType.kContinuous)
        kinds[:model.placements] = highspy.HighsVarType.kInteger
        problem.integrality_ = kinds.tolist()
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", threads)
    solver.setOptionValue("time_limit", max(seconds, 0.01))
    solver.passModel(problem)
    return solver


def relaxation(model: Model, objective: np.ndarray, rows: Rows, *, threads: int,
               seconds: float) -> Optional[float]:
    """The LP's value, None if the time was not enough or nothing fits."""
    solver = _highs(model, objective, rows, whole=False, threads=threads, seconds=seconds)
    solver.setOptionValue("solver", "simplex")  # faster than the interior point here
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return solver.getInfo().objective_function_value


def minimise(model: Model, objective: np.ndarray, rows: Rows, *, threads: int, seconds: float,
             patience: Optional[float] = None, start: Optional[np.ndarray] = None,
             target: Optional[float] = None, trace: Optional[Trace] = None) -> Found:
    """The best whole solution; its value is an integer, so a bound within 1 of it proves it.

    Without a solution after `patience` seconds it gives up; at `target` it is content.
    """
    solver = _highs(model, objective, rows, whole=True, threads=threads, seconds=seconds)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    if target is not None:
        solver.setOptionValue("objective_target", target + 1e-6)
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = start.tolist()
        solver.setSolution(solution)
    solver.cbMipInterrupt += _watcher(patience, trace)
    solver.run()
    info, status = solver.getInfo(), solver.getModelStatus()
    bound = info.mip_dual_bound if np.isfinite(info.mip_dual_bound) else 0.0
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Found(None, bound, status == highspy.HighsModelStatus.kInfeasible, None)
    columns = np.array(solver.getSolution().col_value)
    value = round(float(objective @ columns))
    if not model.placements and status == highspy.HighsModelStatus.kOptimal:
        bound = value  # nothing whole to choose is an LP, of which HiGHS tells no bound
    return Found(value, bound, value - bound < 1 - 1e-6, columns)


def _watcher(patience: Optional[float], trace: Optional[Trace]) -> "callable":
    """Traces each change of value or bound, and interrupts when patience is over."""
    last = (np.inf, -np.inf)

    def watch(event: "highspy.highs.HighsCallbackEvent") -> None:
        nonlocal last
        out = event.data_out
        has_one = np.isfinite(out.mip_primal_bound) and out.mip_primal_bound < 1e29
        now = (out.mip_primal_bound, out.mip_dual_bound)
        if trace is not None and has_one and np.isfinite(now[1]) and now != last:
            last = now
            trace(*now)
        if patience is not None and not has_one and out.running_time > patience:
            event.data_in.user_interrupt = True

    return watch
