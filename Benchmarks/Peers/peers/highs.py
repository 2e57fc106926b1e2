"""HiGHS on the model: the LP's bounds and the MIP, level by level."""
import time
from dataclasses import dataclass
from typing import Optional, Tuple

import highspy
import numpy as np
from scipy.sparse import csr_matrix

from .model import Model


@dataclass
class Found:
    """What a solver found at one level; `value` is None without a solution."""
    value: Optional[int]
    bound: float
    proven: bool
    columns: Optional[np.ndarray]


def _highs(model: Model, objective: np.ndarray, rows: Tuple[csr_matrix, np.ndarray, np.ndarray],
           *, whole: bool, threads: int, seconds: float) -> highspy.Highs:
    """A HiGHS instance with the model in it."""
    matrix, below, above = rows
    problem = highspy.HighsLp()
    problem.num_col_, problem.num_row_ = matrix.shape[1], matrix.shape[0]
    problem.col_cost_ = objective
    problem.col_lower_, problem.col_upper_ = np.zeros(matrix.shape[1]), model.upper
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


def relaxation(model: Model, objective: np.ndarray, rows: Tuple, *, threads: int,
               seconds: float, method: str = "choose") -> Optional[float]:
    """The LP's value, None if the time was not enough for it."""
    solver = _highs(model, objective, rows, whole=False, threads=threads, seconds=seconds)
    solver.setOptionValue("solver", method)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return solver.getInfo().objective_function_value


def mip(model: Model, objective: np.ndarray, rows: Tuple, *, threads: int, seconds: float,
        start: Optional[np.ndarray] = None, target: Optional[float] = None) -> Found:
    """The best whole solution; all its values are integers, so a gap below 1 proves it."""
    solver = _highs(model, objective, rows, whole=True, threads=threads, seconds=seconds)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    if target is not None:
        solver.setOptionValue("objective_target", target + 1e-6)
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = start.tolist()
        solver.setSolution(solution)
    solver.run()
    info, status = solver.getInfo(), solver.getModelStatus()
    has_one = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    columns = np.array(solver.getSolution().col_value) if has_one else None
    value = round(float(objective @ columns)) if has_one else None
    bound = info.mip_dual_bound if np.isfinite(info.mip_dual_bound) else 0.0
    infeasible = status == highspy.HighsModelStatus.kInfeasible
    return Found(value, bound, infeasible or (has_one and value - bound < 1 - 1e-6), columns)


def timed(seconds: float) -> "callable":
    """How many of the seconds are left."""
    began = time.monotonic()
    return lambda: seconds - (time.monotonic() - began)
