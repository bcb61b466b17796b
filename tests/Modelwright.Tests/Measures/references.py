"""Computes references.json with scikit-learn 1.2.1: python3 references.py > references.json"""
import json
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

warnings.simplefilter("ignore")
rng = np.random.default_rng(7)


def class_scores(truth, probabilities, weights):
    width = probabilities.shape[1]
    answered = probabilities.argmax(axis=1)
    average = "binary" if width == 2 else "macro"
    own = dict(average=average, zero_division=0, sample_weight=weights)
    hot = np.eye(width)[truth]
    scores = {
        "accuracy": m.accuracy_score(truth, answered, sample_weight=weights),
        "balanced_accuracy": m.balanced_accuracy_score(truth, answered, sample_weight=weights),
        "precision": m.precision_score(truth, answered, **own),
        "recall": m.recall_score(truth, answered, **own),
        "f1": m.f1_score(truth, answered, **own),
        "mcc": m.matthews_corrcoef(truth, answered, sample_weight=weights),
        "log_loss": m.log_loss(truth, probabilities, eps=1e-15, labels=range(width), sample_weight=weights),
    }
    if width == 2:
        scores["brier"] = m.brier_score_loss(truth, probabilities[:, 1], sample_weight=weights)
        scores["roc_auc"] = m.roc_auc_score(truth, probabilities[:, 1], sample_weight=weights)
        scores["pr_auc"] = m.average_precision_score(truth, probabilities[:, 1], sample_weight=weights)
    else:
        scores["brier"] = np.average(((probabilities - hot) ** 2).sum(axis=1), weights=weights)
        # One by one, since roc_auc_score takes no sample weights with multi_class 'ovr' in every release.
        scores["roc_auc"] = np.mean([m.roc_auc_score(hot[:, k], probabilities[:, k], sample_weight=weights) for k in range(width)])
        scores["pr_auc"] = m.average_precision_score(hot, probabilities, average="macro", sample_weight=weights)
    return scores


def number_scores(truth, predicted, weights):
    counts = np.ones(len(truth), int) if weights is None else weights.astype(int)
    return {
        "mae": m.mean_absolute_error(truth, predicted, sample_weight=weights),
        "rmse": m.mean_squared_error(truth, predicted, sample_weight=weights, squared=False),
        "mape": m.mean_absolute_percentage_error(truth, predicted, sample_weight=weights),
        "r2": m.r2_score(truth, predicted, sample_weight=weights),
        # Whole weights as repeated rows, since its weighted form takes the lower of the two middle rows.
        "median_absolute_error": m.median_absolute_error(np.repeat(truth, counts), np.repeat(predicted, counts)),
    }


def class_case(name, rows, width, weighted, digits):
    truth = rng.integers(0, width, rows)
    truth[:width] = range(width)
    raw = rng.gamma(1.0, size=(rows, width)) + 1.2 * np.eye(width)[truth] * rng.random((rows, 1))
    probabilities = raw / raw.sum(axis=1, keepdims=True)
    if width == 2:
        probabilities[:, 1] = np.round(probabilities[:, 1], digits)
        probabilities[:, 0] = 1 - probabilities[:, 1]
        probabilities[3] = [1, 0]
        probabilities[4] = [0, 1]
    weights = rng.integers(0, 4, rows).astype(float) if weighted else None
    return dict(name=name, classes=width, truth=truth.tolist(), probabilities=probabilities.ravel().tolist(),
                weights=None if weights is None else weights.tolist(), scores=class_scores(truth, probabilities, weights))


def number_case(name, rows, weighted):
    truth = np.round(rng.normal(5, 20, rows), 2)
    truth[truth == 0] = 1
    predicted = np.round(truth + rng.standard_t(3, rows) * 4, 3)
    weights = rng.integers(0, 4, rows).astype(float) if weighted else None
    return dict(name=name, classes=0, truth=truth.tolist(), predicted=predicted.tolist(),
                weights=None if weights is None else weights.tolist(), scores=number_scores(truth, predicted, weights))


cases = [
    class_case("two classes, many ties", 60, 2, False, 1),
    class_case("two classes, few ties", 41, 2, False, 6),
    class_case("two classes, weighted", 50, 2, True, 2),
    class_case("three classes", 45, 3, False, 0),
    class_case("five classes, weighted", 80, 5, True, 0),
    number_case("numbers, even count", 30, False),
    number_case("numbers, odd count", 31, False),
    number_case("numbers, weighted", 40, True),
]
never = class_case("three classes, one never answered", 30, 3, False, 0)
probabilities = np.array(never["probabilities"]).reshape(-1, 3)
probabilities[:, 2] /= 10
probabilities /= probabilities.sum(axis=1, keepdims=True)
never["probabilities"] = probabilities.ravel().tolist()
never["scores"] = class_scores(np.array(never["truth"]), probabilities, None)
cases.append(never)
print(json.dumps({"origin": f"references.py beside this file, scikit-learn {sklearn.__version__}, numpy {np.__version__}", "cases": cases}))
