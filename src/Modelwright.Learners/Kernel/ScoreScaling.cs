namespace Modelwright.Learners.Kernel;

/// <summary>Turns scores into log odds by a slope and an offset an output, fitted to scores of rows that their fit did not see.</summary>
/// <remarks>
/// Platt 1999 with the targets held off 0 and 1 as there, by Newton's method as in Lin, Lin &amp; Weng 2007; for three or more
/// classes their multinomial likeness (vector scaling: Guo and others 2017). A slope is never below 0.
/// </remarks>
internal sealed class ScoreScaling
{
    private const int MostSteps = 100;
    private const int MostHalvings = 12;

    /// <summary>The largest mean slope of the loss at which the search ends.</summary>
    private const double Tolerance = 1e-7;

    /// <summary>Keeps steps finite where all scores of an output are alike.</summary>
    private const double Ridge = 1e-6;

    private readonly KernelTarget _target;
    private readonly double[] _scores;
    private readonly double[] _doubts;
    private readonly int _outputs;

    /// <summary>Fits the scaling.</summary>
    /// <param name="target">Classes and weights.</param>
    /// <param name="scores">Outputs x rows.</param>
    public ScoreScaling(KernelTarget target, double[] scores)
    {
        (_target, _scores, _outputs) = (target, scores, target.Outputs);
        _doubts = Doubts(target);
        (Slopes, Offsets) = (new double[_outputs], new double[_outputs]);
        Array.Fill(Slopes, 1.0);
        Fit();
    }

    /// <summary>What each output's score is multiplied with; 0 or more.</summary>
    public double[] Slopes { get; private set; }

    /// <summary>What is then added.</summary>
    public double[] Offsets { get; private set; }

    /// <summary>How far the target of a row of each class is held off 1.</summary>
    private static double[] Doubts(KernelTarget target)
    {
        var masses = new double[target.Classes];
        for (var row = 0; row < target.Rows; row++)
        {
            masses[target.Codes[row]] += target.Weights[row];
        }

        return [.. masses.Select(mass => 1 / (mass + 2))];
    }

    private void Fit()
    {
        var moments = new Moments[_outputs];
        var loss = Evaluate(Slopes, Offsets, moments);
        for (var step = 0; step < MostSteps && Array.Exists(moments, moment => moment.Slope > Tolerance * _target.Rows); step++)
        {
            var (slopes, offsets) = Stepped(moments, 1);
            var next = new Moments[_outputs];
            var lower = Evaluate(slopes, offsets, next);
            for (var halving = 1; halving < MostHalvings && !(lower < loss); halving++)
            {
                (slopes, offsets) = Stepped(moments, Math.ScaleB(1, -halving));
                next = new Moments[_outputs];
                lower = Evaluate(slopes, offsets, next);
            }

            if (!(lower < loss))
            {
                return;
            }

            (Slopes, Offsets, loss, moments) = (slopes, offsets, lower, next);
        }
    }

    private (double[] Slopes, double[] Offsets) Stepped(Moments[] moments, double share)
    {
        var (slopes, offsets) = (new double[_outputs], new double[_outputs]);
        for (var output = 0; output < _outputs; output++)
        {
            var (slope, offset) = moments[output].Step(Slopes[output], Ridge * _target.Rows);
            slopes[output] = Slopes[output] - (share * slope);
            offsets[output] = Offsets[output] - (share * offset);
        }

        return (slopes, offsets);
    }

    private double Evaluate(double[] slopes, double[] offsets, Moments[] moments)
    {
        Span<double> shares = new double[Math.Max(2, _outputs)];
        var loss = 0.0;
        for (var row = 0; row < _target.Rows; row++)
        {
            var code = _target.Codes[row];
            Shares(slopes, offsets, row, shares);
            for (var label = 0; label < _target.Classes; label++)
            {
                var wanted = label == code ? 1 - _doubts[code] : _doubts[code] / (_target.Classes - 1);
                loss -= _target.Weights[row] * wanted * Math.Log(Math.Max(shares[label], double.Epsilon));
                var output = _outputs == 1 ? label - 1 : label;
                if (output >= 0)
                {
                    moments[output].Add(_scores[(output * _target.Rows) + row], _target.Weights[row] * (shares[label] - wanted), _target.Weights[row] * shares[label] * (1 - shares[label]));
                }
            }
        }

        return loss;
    }

    private void Shares(double[] slopes, double[] offsets, int row, Span<double> shares)
    {
        if (_outputs == 1)
        {
            var score = (slopes[0] * _scores[row]) + offsets[0];
            var power = Math.Exp(-Math.Abs(score));
            (shares[0], shares[1]) = score >= 0 ? (power / (1 + power), 1 / (1 + power)) : (1 / (1 + power), power / (1 + power));
            return;
        }

        var largest = double.NegativeInfinity;
        for (var output = 0; output < _outputs; output++)
        {
            shares[output] = (slopes[output] * _scores[(output * _target.Rows) + row]) + offsets[output];
            largest = Math.Max(largest, shares[output]);
        }

        var sum = 0.0;
        for (var output = 0; output < _outputs; output++)
        {
            shares[output] = Math.Exp(shares[output] - largest);
            sum += shares[output];
        }

        for (var output = 0; output < _outputs; output++)
        {
            shares[output] /= sum;
        }
    }

    /// <summary>First and second derivatives of the loss by one output's slope and offset.</summary>
    private struct Moments
    {
        private double _slope;
        private double _offset;
        private double _slopes;
        private double _both;
        private double _offsets;

        /// <summary>The larger of the two first derivatives.</summary>
        public readonly double Slope => Math.Max(Math.Abs(_slope), Math.Abs(_offset));

        public void Add(double score, double first, double second)
        {
            _slope += first * score;
            _offset += first;
            _slopes += second * score * score;
            _both += second * score;
            _offsets += second;
        }

        /// <summary>Newton's step; where it would take the slope below 0, the one that ends there.</summary>
        public readonly (double Slope, double Offset) Step(double from, double ridge)
        {
            var (slopes, offsets) = (_slopes + ridge, _offsets + ridge);
            var determinant = (slopes * offsets) - (_both * _both);
            var slope = ((offsets * _slope) - (_both * _offset)) / determinant;
            return slope > from
                ? (from, (_offset - (_both * from)) / offsets)
                : (slope, ((slopes * _offset) - (_both * _slope)) / determinant);
        }
    }
}
