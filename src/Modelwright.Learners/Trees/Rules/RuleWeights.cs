using System.Numerics;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>The weights of the rules taken so far, all fitted together each time one is added.</summary>
/// <remarks>Newton's method with a ridge of one row on every weight; a step is halved while it makes the loss larger.</remarks>
internal sealed class RuleWeights
{
    /// <summary>What holds a weight near zero: as if one row had been seen for which the rule says nothing.</summary>
    public const double Ridge = 1;

    private const int MostHalvings = 6;
    private const double SmallGain = 1e-7;

    private readonly RuleLoss _loss;
    private readonly ulong[] _holding;
    private readonly double[] _scores;
    private readonly double[] _first;
    private readonly double[] _second;
    private double _value;

    /// <summary>Starts without a rule.</summary>
    public RuleWeights(RuleLoss loss)
    {
        _loss = loss;
        _holding = new ulong[loss.Rows];
        _scores = new double[loss.Rows * loss.Outputs];
        (_first, _second) = (new double[_scores.Length], new double[_scores.Length]);
        Values = [loss.Start()];
        _value = Look(Values);
    }

    /// <summary>Where the scores start, then the weights of every rule, one an output.</summary>
    public IReadOnlyList<double[]> Values { get; private set; }

    /// <summary>Slope and curvature of the loss, rows x outputs.</summary>
    public (double[] First, double[] Second) Slopes => (_first, _second);

    /// <summary>Adds a rule and fits all weights.</summary>
    public void Add(bool[] rows)
    {
        var bit = 1UL << (Values.Count - 1);
        for (var row = 0; row < rows.Length; row++)
        {
            _holding[row] |= rows[row] ? bit : 0;
        }

        Values = [.. Values, new double[_loss.Outputs]];
        for (var step = 0; step < _loss.MostSteps && Step(); step++)
        {
        }
    }

    private bool Step()
    {
        var direction = Direction();
        var before = _value;
        var share = 1.0;
        for (var halving = 0; ; halving++, share /= 2)
        {
            double[][] moved = [.. Values.Select((own, number) => own.Select((weight, output) => weight + (share * direction[output][number])).ToArray())];
            var value = Look(moved);
            if (value <= before || halving == MostHalvings)
            {
                var isBetter = value <= before;
                Values = isBetter ? moved : Values;
                _value = isBetter ? value : Look(Values);
                return isBetter && before - value > SmallGain * Math.Abs(before);
            }
        }
    }

    /// <summary>The loss with the ridge; scores and slopes are those of the weights afterwards.</summary>
    private double Look(IReadOnlyList<double[]> values)
    {
        for (var row = 0; row < _holding.Length; row++)
        {
            for (var output = 0; output < _loss.Outputs; output++)
            {
                var score = values[0][output];
                for (var bits = _holding[row]; bits != 0; bits &= bits - 1)
                {
                    score += values[1 + BitOperations.TrailingZeroCount(bits)][output];
                }

                _scores[(row * _loss.Outputs) + output] = score;
            }
        }

        var ridge = values.Skip(1).Sum(own => own.Sum(weight => weight * weight)) * Ridge / 2;
        return _loss.Of(_scores, _first, _second) + ridge;
    }

    /// <summary>The Newton step of every output: the start first, then the rules.</summary>
    private double[][] Direction()
    {
        var count = Values.Count;
        var directions = new double[_loss.Outputs][];
        for (var output = 0; output < directions.Length; output++)
        {
            var curvature = new double[count, count];
            var slope = new double[count];
            SumUp(output, curvature, slope);
            for (var number = 0; number < count; number++)
            {
                curvature[number, number] += number == 0 ? 1e-6 : Ridge;
                slope[number] -= number == 0 ? 0 : Ridge * Values[number][output];
            }

            directions[output] = PositiveSystem.Solve(curvature, slope);
        }

        return directions;
    }

    private void SumUp(int output, double[,] curvature, double[] slope)
    {
        for (var row = 0; row < _holding.Length; row++)
        {
            var at = (row * _loss.Outputs) + output;
            var (first, second) = (_first[at], _second[at]);
            slope[0] += first;
            curvature[0, 0] += second;
            for (var bits = _holding[row]; bits != 0; bits &= bits - 1)
            {
                var number = 1 + BitOperations.TrailingZeroCount(bits);
                slope[number] += first;
                curvature[number, 0] += second;
                for (var others = _holding[row] & ((1UL << number) - 1); others != 0; others &= others - 1)
                {
                    curvature[number, 1 + BitOperations.TrailingZeroCount(others)] += second;
                }
            }
        }
    }
}
