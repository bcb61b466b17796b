using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms;

/// <summary>
/// Carries contributions to raw scores over to probabilities, so that they add up to the probability less the base probability. Every
/// probability's change is a sum over the scores of (change of the score) x (a mean slope): the logarithmic mean for softmax, which
/// makes it exact (Ang 2005, <i>The LMDI approach to decomposition analysis</i>), the slope of the chord for one logistic score,
/// the product rule for shares. A score's change is then shared out as its inputs made it up.
/// </summary>
internal sealed class AnswerContributions
{
    /// <summary>Below this change a slope comes from its limit: there the chord loses more to rounding.</summary>
    private const double SmallChange = 1e-4;

    private readonly double[] _start;
    private readonly int _classes;
    private readonly ProbabilityLink _link;
    private readonly int _inputs;
    private readonly double[] _base;
    private readonly double[] _scores;
    private readonly double[] _answers;
    private readonly double[] _slopes;

    /// <summary>Prepares for rows of one form.</summary>
    /// <param name="start">The base scores.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="link">How scores become probabilities.</param>
    /// <param name="inputs">Number of inputs.</param>
    internal AnswerContributions(double[] start, int classes, ProbabilityLink link, int inputs)
    {
        (_start, _classes, _link, _inputs) = (start, classes, link, inputs);
        _base = Base(start, classes, link);
        _scores = new double[start.Length];
        _answers = new double[classes];
        _slopes = new double[classes * start.Length];
    }

    /// <summary>The probabilities of base scores.</summary>
    internal static double[] Base(double[] start, int classes, ProbabilityLink link)
    {
        var answers = new double[classes];
        ClassScores.ToProbabilities(start, answers, classes, link);
        return answers;
    }

    /// <summary>Carries rows over.</summary>
    /// <param name="contributions">Rows x scores x inputs.</param>
    /// <param name="output">Rows x classes x inputs; overwritten.</param>
    internal void Fill(ReadOnlySpan<double> contributions, Span<double> output)
    {
        var (from, to) = (_start.Length * _inputs, _classes * _inputs);
        for (var row = 0; (row + 1) * to <= output.Length && to > 0; row++)
        {
            FillRow(contributions.Slice(row * from, from), output.Slice(row * to, to));
        }
    }

    private void FillRow(ReadOnlySpan<double> contributions, Span<double> output)
    {
        for (var score = 0; score < _scores.Length; score++)
        {
            _scores[score] = _start[score];
            foreach (var contribution in contributions.Slice(score * _inputs, _inputs))
            {
                _scores[score] += contribution;
            }
        }

        ClassScores.ToProbabilities(_scores, _answers, _classes, _link);
        Slopes();
        output.Clear();
        for (var place = 0; place < _slopes.Length; place++)
        {
            var slope = _slopes[place];
            var shares = contributions.Slice(place % _scores.Length * _inputs, _inputs);
            var sums = output.Slice(place / _scores.Length * _inputs, _inputs);
            for (var input = 0; input < sums.Length; input++)
            {
                sums[input] += slope * shares[input];
            }
        }

        for (var answer = 0; answer < _classes; answer++)
        {
            Close(_answers[answer] - _base[answer], output.Slice(answer * _inputs, _inputs));
        }
    }

    /// <summary>For each answer and score, the mean slope between base and row.</summary>
    private void Slopes()
    {
        if (_scores.Length == 1)
        {
            OneScore();
        }
        else if (_link == ProbabilityLink.Softmax)
        {
            Softmax();
        }
        else
        {
            Shares();
        }
    }

    private void OneScore()
    {
        var change = _scores[0] - _start[0];
        var middle = PortableMath.Sigmoid(_start[0] + (change / 2));
        var slope = Math.Abs(change) > SmallChange || _link == ProbabilityLink.Identity
            ? change == 0 ? 0 : (_answers[1] - _base[1]) / change
            : middle * (1 - middle);
        (_slopes[0], _slopes[1]) = (-slope, slope);
    }

    private void Softmax()
    {
        var (log, startLog) = (LogarithmOfSum(_scores), LogarithmOfSum(_start));
        var top = Math.Max(log, startLog);
        var whole = LogarithmicMean(log - top, startLog - top);
        for (var answer = 0; answer < _classes; answer++)
        {
            var own = LogarithmicMean(_scores[answer] - log, _start[answer] - startLog);
            for (var score = 0; score < _scores.Length; score++)
            {
                var share = whole > 0 ? LogarithmicMean(_scores[score] - top, _start[score] - top) / whole : 0;
                _slopes[(answer * _scores.Length) + score] = own * ((answer == score ? 1 : 0) - share);
            }
        }
    }

    /// <summary>The logarithm of the sum of powers of e.</summary>
    private static double LogarithmOfSum(double[] scores)
    {
        var top = double.NegativeInfinity;
        foreach (var score in scores)
        {
            top = Math.Max(top, score);
        }

        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += PortableMath.Exp(score - top);
        }

        return top + PortableMath.Log(sum);
    }

    /// <summary>The logarithmic mean (a - b) / (ln a - ln b) of two numbers given by their logarithms.</summary>
    private static double LogarithmicMean(double first, double second)
    {
        var change = first - second;
        return Math.Abs(change) > SmallChange
            ? (PortableMath.Exp(first) - PortableMath.Exp(second)) / change
            : PortableMath.Exp(second) * (1 + (change / 2 * (1 + (change / 3 * (1 + (change / 4))))));
    }

    private void Shares()
    {
        var (sum, startSum) = (0.0, 0.0);
        for (var score = 0; score < _scores.Length; score++)
        {
            sum += Math.Max(0, _scores[score]);
            startSum += Math.Max(0, _start[score]);
        }

        for (var score = 0; score < _scores.Length && sum > 0 && startSum > 0; score++)
        {
            var change = _scores[score] - _start[score];
            var kept = change == 0 ? 1 : (Math.Max(0, _scores[score]) - Math.Max(0, _start[score])) / change;
            for (var answer = 0; answer < _classes; answer++)
            {
                var both = Math.Max(0, _scores[answer]) + Math.Max(0, _start[answer]);
                var own = answer == score ? ((1 / sum) + (1 / startSum)) / 2 : 0;
                _slopes[(answer * _scores.Length) + score] = kept * (own - (both / 2 / sum / startSum));
            }
        }
    }

    /// <summary>Shares out what rounding left between the sum and the change, as the contributions are large.</summary>
    private static void Close(double change, Span<double> contributions)
    {
        var (rest, size) = (change, 0.0);
        foreach (var contribution in contributions)
        {
            rest -= contribution;
            size += Math.Abs(contribution);
        }

        if (rest == 0 || !double.IsFinite(rest))
        {
            return;
        }

        for (var input = 0; input < contributions.Length; input++)
        {
            contributions[input] += size > 0 ? rest * (Math.Abs(contributions[input]) / size) : rest / contributions.Length;
        }
    }
}
