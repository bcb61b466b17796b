using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>Ridge regression of some outputs on waves: sums over rows, then a solution for any penalty, with exact answers to rows left out one by one.</summary>
/// <remarks>Leave-one-out of ridge regression in closed form: Allen 1974; Golub, Heath &amp; Wahba 1979.</remarks>
internal sealed class WaveRidge
{
    /// <summary>Rows whose waves are kept from one penalty to the next.</summary>
    private const int MostKept = 2 * WaveRows.Together;

    private readonly WaveRows _rows;
    private readonly KernelTarget _target;
    private readonly FitContext _context;
    private readonly SymmetricMatrix _products;
    private readonly double[] _means;
    private readonly double[] _targetMeans;
    private readonly double[][] _sides;
    private readonly double[] _values;
    private readonly double[] _weighted;
    private readonly Dictionary<(int Start, int Count, int Stride), double[]> _kept = [];
    private double _mass;

    /// <summary>Prepares sums over no rows.</summary>
    public WaveRidge(WaveRows rows, KernelTarget target, FitContext context)
    {
        (_rows, _target, _context) = (rows, target, context);
        _products = new(rows.Waves);
        _means = new double[rows.Waves];
        _targetMeans = new double[target.Outputs];
        _sides = [.. Enumerable.Range(0, target.Outputs).Select(_ => new double[rows.Waves])];
        _values = new double[rows.Waves * WaveRows.Together];
        _weighted = new double[_values.Length];
    }

    /// <summary>Rows summed so far.</summary>
    public int Summed { get; private set; }

    /// <summary>Sums over all rows, or those that there is time for; whether the deadline came.</summary>
    public bool Sum()
    {
        var isLate = false;
        for (; Summed < _rows.Count; Summed = Math.Min(_rows.Count, Summed + WaveRows.Together))
        {
            // Some rows are summed however late it is: there is always a usable form.
            if (Summed > 0 && _context.IsLate)
            {
                isLate = true;
                break;
            }

            Add(Summed, Math.Min(WaveRows.Together, _rows.Count - Summed));
            _context.Progress?.Invoke(0.8 * Math.Min(_rows.Count, Summed + WaveRows.Together) / _rows.Count);
            _context.Cancellation.ThrowIfCancellationRequested();
        }

        Center();
        return isLate;
    }

    /// <summary>The solution for a penalty.</summary>
    public WaveSolution Solve(double penalty)
    {
        var factor = _products.Factor(penalty, _context.Cancellation);
        var coefficients = _sides.Select(side => (double[])side.Clone()).ToArray();
        foreach (var output in coefficients)
        {
            factor.Solve(output);
        }

        double[] intercepts = [.. coefficients.Select((output, number) => _targetMeans[number] - Dot(output, _means))];
        return new(factor, coefficients, intercepts);
    }

    /// <summary>What the solution would answer to some of the summed rows, had it not seen them.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="most">Rows at most, evenly spaced among those summed.</param>
    /// <returns>The rows, and outputs x rows.</returns>
    public (int[] Rows, double[] Scores) LeftOut(WaveSolution solution, int most)
    {
        var stride = (Summed + most - 1) / most;
        var count = (Summed + stride - 1) / stride;
        int[] rows = [.. Enumerable.Range(0, count).Select(place => _rows.Row(place * stride))];
        var scores = new double[_target.Outputs * count];
        for (var start = 0; start < count; start += WaveRows.Together)
        {
            var together = Math.Min(WaveRows.Together, count - start);
            Take(start, together, stride, count);
            Answer(solution, rows, start, together, scores);
        }

        return (rows, scores);
    }

    /// <summary>The value of an output that a row has.</summary>
    public double Value(int row, int output) => _target.Classes == 0 ? _target.Numbers[row] : _target.IsOf(row, output) ? 1 : -1;

    /// <summary>The waves of rows that are left out again for the next penalty are kept, where they are few.</summary>
    private void Take(int start, int count, int stride, int all)
    {
        if (_kept.TryGetValue((start, count, stride), out var kept))
        {
            kept.CopyTo(_values, 0);
            return;
        }

        _rows.Fill(start * stride, count, stride, _values, _context.Threads);
        if (all <= MostKept)
        {
            _kept[(start, count, stride)] = (double[])_values.Clone();
        }
    }

    private void Add(int start, int count)
    {
        _rows.Fill(start, count, 1, _values, _context.Threads);
        var weights = new double[WaveRows.Together];
        for (var place = 0; place < count; place++)
        {
            weights[place] = _target.Weights[_rows.Row(start + place)];
            _mass += weights[place];
            for (var output = 0; output < _sides.Length; output++)
            {
                _targetMeans[output] += weights[place] * Value(_rows.Row(start + place), output);
            }
        }

        for (var wave = 0; wave < _rows.Waves; wave++)
        {
            var from = wave * WaveRows.Together;
            for (var place = 0; place < count; place++)
            {
                var weighted = weights[place] * _values[from + place];
                _weighted[from + place] = weighted;
                _means[wave] += weighted;
                for (var output = 0; output < _sides.Length; output++)
                {
                    _sides[output][wave] += weighted * Value(_rows.Row(start + place), output);
                }
            }

            _weighted.AsSpan(from + count, WaveRows.Together - count).Clear();
        }

        _products.AddProducts(_values, _weighted, WaveRows.Together, _context.Threads);
    }

    /// <summary>Takes the means out of all sums: the intercept is not held near zero.</summary>
    private void Center()
    {
        for (var output = 0; output < _sides.Length; output++)
        {
            _targetMeans[output] /= _mass;
        }

        for (var wave = 0; wave < _means.Length; wave++)
        {
            _means[wave] /= _mass;
        }

        for (var wave = 0; wave < _means.Length; wave++)
        {
            var row = _products.Row(wave);
            for (var other = 0; other <= wave; other++)
            {
                row[other] -= _mass * _means[wave] * _means[other];
            }

            for (var output = 0; output < _sides.Length; output++)
            {
                _sides[output][wave] -= _mass * _means[wave] * _targetMeans[output];
            }
        }
    }

    private void Answer(WaveSolution solution, int[] rows, int start, int count, double[] scores)
    {
        for (var wave = 0; wave < _rows.Waves; wave++)
        {
            foreach (ref var value in _values.AsSpan(wave * WaveRows.Together, count))
            {
                value -= _means[wave];
            }
        }

        for (var output = 0; output < _sides.Length; output++)
        {
            AddUp(_targetMeans[output], solution.Coefficients[output], scores.AsSpan((output * rows.Length) + start, count));
        }

        solution.Factor.SolveLines(_values, WaveRows.Together, _context.Cancellation);
        var squares = Squares(count);
        for (var place = 0; place < count; place++)
        {
            // How far a row draws its own answer; taken out, the answer is that of the others.
            var pull = Math.Min(_target.Weights[rows[start + place]] * squares[place], 1 - 1e-6);
            for (var output = 0; output < _sides.Length; output++)
            {
                ref var score = ref scores[(output * rows.Length) + start + place];
                score = (score - (pull * Value(rows[start + place], output))) / (1 - pull);
            }
        }
    }

    /// <summary>A sum over the waves for each row; wave by wave, as they lie.</summary>
    private void AddUp(double start, double[] coefficients, Span<double> sums)
    {
        sums.Fill(start);
        for (var wave = 0; wave < coefficients.Length; wave++)
        {
            var values = _values.AsSpan(wave * WaveRows.Together, sums.Length);
            for (var place = 0; place < sums.Length; place++)
            {
                sums[place] += coefficients[wave] * values[place];
            }
        }
    }

    private double[] Squares(int count)
    {
        var squares = new double[count];
        Array.Fill(squares, 1 / _mass);
        for (var wave = 0; wave < _rows.Waves; wave++)
        {
            var values = _values.AsSpan(wave * WaveRows.Together, count);
            for (var place = 0; place < count; place++)
            {
                squares[place] += values[place] * values[place];
            }
        }

        return squares;
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var place = 0; place < one.Length; place++)
        {
            sum += one[place] * other[place];
        }

        return sum;
    }
}
