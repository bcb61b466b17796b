namespace Modelwright.Learners.Trees.Rules;

/// <summary>The loss of scores: squared error of numbers, or log loss of two or more classes; with its slope and curvature.</summary>
/// <remarks>Of several classes the curvature is held at its bound (Böhning 1992), so that a step of each class alone never overshoots.</remarks>
internal sealed class RuleLoss
{
    private const double Bound = 0.5;

    private readonly ForestTarget _target;
    private readonly double[] _weights;

    /// <summary>Reads the target, its weights brought to a mean of 1.</summary>
    public RuleLoss(ForestTarget target)
    {
        _target = target;
        _weights = new double[target.Rows];
        var sum = 0.0;
        for (var row = 0; row < _weights.Length; row++)
        {
            sum += _weights[row] = target.Weight(row);
        }

        for (var row = 0; row < _weights.Length; row++)
        {
            _weights[row] *= _weights.Length / sum;
        }
    }

    /// <summary>Scores a row: one for numbers and two classes, else one a class.</summary>
    public int Outputs => Math.Max(1, _target.Classes);

    /// <summary>Number of rows.</summary>
    public int Rows => _weights.Length;

    /// <summary>Newton steps that the weights of some rules take at most.</summary>
    public int MostSteps => !_target.IsClassification ? 1 : _target.Classes > 0 ? 12 : 8;

    /// <summary>Where the scores of a class that is as frequent as here start; 0 for numbers, which are centred.</summary>
    public double[] Start()
    {
        if (!_target.IsClassification)
        {
            return [0];
        }

        var counts = new double[_target.Width];
        for (var row = 0; row < Rows; row++)
        {
            counts[_target.Codes[row]] += _weights[row];
        }

        double[] logs = [.. counts.Select(count => Math.Log((count + 0.5) / (Rows + (0.5 * counts.Length))))];
        return _target.Classes > 0 ? logs : [logs[1] - logs[0]];
    }

    /// <summary>The summed loss, with slope and curvature of every score.</summary>
    /// <param name="scores">Rows x outputs.</param>
    /// <param name="first">Room for the slopes, turned so that they point to less loss.</param>
    /// <param name="second">Room for the curvatures.</param>
    public double Of(double[] scores, double[] first, double[] second)
    {
        var loss = 0.0;
        Span<double> shares = new double[Outputs];
        for (var row = 0; row < Rows; row++)
        {
            var weight = _weights[row];
            var at = row * Outputs;
            if (!_target.IsClassification)
            {
                var off = _target.Values[row] - scores[at];
                loss += weight * off * off / 2;
                (first[at], second[at]) = (weight * off, weight);
            }
            else if (_target.Classes == 0)
            {
                var share = 1 / (1 + Math.Exp(-scores[at]));
                loss += weight * Log1PlusExp(_target.Codes[row] == 1 ? -scores[at] : scores[at]);
                (first[at], second[at]) = (weight * (_target.Codes[row] - share), weight * share * (1 - share));
            }
            else
            {
                loss += weight * (LogSum(scores.AsSpan(at, Outputs), shares) - scores[at + _target.Codes[row]]);
                for (var output = 0; output < Outputs; output++)
                {
                    first[at + output] = weight * ((output == _target.Codes[row] ? 1 : 0) - shares[output]);
                    second[at + output] = weight * Bound;
                }
            }
        }

        return loss;
    }

    private static double Log1PlusExp(double value) => value > 0 ? value + Math.Log(1 + Math.Exp(-value)) : Math.Log(1 + Math.Exp(value));

    private static double LogSum(ReadOnlySpan<double> scores, Span<double> shares)
    {
        var largest = double.NegativeInfinity;
        foreach (var score in scores)
        {
            largest = Math.Max(largest, score);
        }

        var sum = 0.0;
        for (var output = 0; output < scores.Length; output++)
        {
            sum += shares[output] = Math.Exp(scores[output] - largest);
        }

        for (var output = 0; output < scores.Length; output++)
        {
            shares[output] /= sum;
        }

        return largest + Math.Log(sum);
    }
}
