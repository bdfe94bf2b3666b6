"""Bounded minima, weighted and bounded fits by scipy.optimize and numpy, for test/lib/math/optimise and test/lib/math/fitting.

Writes fits.json beside this file.
"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize

HERE = Path(__file__).parent


def box():
    """The lowest point of Rosenbrock's function of six coordinates in a box."""
    lower, upper = [-2.0] * 6, [0.8, 2.0, 0.3, 2.0, 2.0, 2.0]
    start = [0.5, 0.5, 0.2, 0.1, 0.0, 0.0]
    found = optimize.minimize(
        optimize.rosen,
        start,
        jac=optimize.rosen_der,
        method="L-BFGS-B",
        bounds=list(zip(lower, upper)),
        options={"ftol": 1e-16, "gtol": 1e-10, "maxiter": 10000},
    )
    return {"lower": lower, "upper": upper, "start": start, "point": found.x.tolist(), "value": float(found.fun)}


def line():
    rng = np.random.default_rng(20240613)
    design = rng.integers(-9, 10, size=(15, 4)).astype(float)
    observed = rng.integers(-99, 100, size=15).astype(float)
    weights = rng.integers(1, 6, size=15).astype(float)
    normal = design.T @ (weights[:, None] * design)
    fits = []
    for ridge in (0.0, 7.5):
        inverse = np.linalg.inv(normal + ridge * np.eye(4))
        parameters = inverse @ design.T @ (weights * observed)
        residuals = observed - design @ parameters
        variance = np.sum(weights * residuals**2) / 11
        covariance = inverse @ normal @ inverse * variance
        fits.append({"ridge": ridge, "parameters": parameters.tolist(), "covariance": covariance.ravel().tolist()})
    return {
        "rows": 15,
        "columns": 4,
        "design": design.ravel().tolist(),
        "observed": observed.tolist(),
        "weights": weights.tolist(),
        "fits": fits,
    }


def decay():
    """A decay over a background, with known errors; then with a bound that the background pushes against."""
    rng = np.random.default_rng(20240614)
    times = np.arange(12.0)
    counts = np.round(90 * np.exp(-0.4 * times) + 6 + rng.normal(size=12), 3)
    sigma = np.where(times < 6, 2.0, 0.5)

    def model(t, a, k, b):
        return a * np.exp(-k * t) + b

    free, covariance = optimize.curve_fit(model, times, counts, [50, 1, 0], sigma=sigma, absolute_sigma=True, ftol=1e-15, xtol=1e-15)
    bounded = optimize.least_squares(
        lambda p: (model(times, *p) - counts) / sigma, [50, 1, 0], bounds=([0, 0, -1], [200, 5, 4]), xtol=1e-15, ftol=1e-15, gtol=1e-15
    )
    return {
        "counts": counts.tolist(),
        "sigma": sigma.tolist(),
        "parameters": free.tolist(),
        "covariance": covariance.ravel().tolist(),
        "bounded": bounded.x.tolist(),
    }


if __name__ == "__main__":
    (HERE / "fits.json").write_text(json.dumps({"box": box(), "line": line(), "decay": decay()}) + "\n")
