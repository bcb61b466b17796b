namespace Modelwright.Findings.Leaks;

/// <summary>The values of a column as keys by which a target may have been averaged.</summary>
internal sealed class LevelSums
{
    /// <summary>Root mean square distance from the means, in their deviations, up to which a column is those means.</summary>
    public const double Same = 0.05;

    private const double Near = 0.25;
    private const double SameValue = 1e-9;
    private const double ShareOnLine = 0.95;
    private const int FewestOnLine = 20;
    private readonly int[] _codes;
    private readonly double[] _counts;

    private LevelSums(string name, int[] codes, double[] counts)
    {
        (Name, _codes, _counts) = (name, codes, counts);
    }

    /// <summary>The column.</summary>
    public string Name { get; }

    /// <summary>How many values it has.</summary>
    public int LevelCount => _counts.Length;

    /// <summary>The keys of a column; null where too few or hardly any come again.</summary>
    public static LevelSums? Of(string name, Core.Data.Column column, int fewestLevels, int rowsOfLevel)
    {
        var (codes, count) = ValueCodes.Of(column);
        if (count < fewestLevels || count * rowsOfLevel > codes.Length)
        {
            return null;
        }

        var counts = new double[count];
        foreach (var code in codes)
        {
            counts[code]++;
        }

        return new(name, codes, counts);
    }

    /// <summary>Whether a column has one value a key, and not the same for all.</summary>
    public bool IsConstant(double[] values) => Held(values) is { } held && held.AsSpan().ContainsAnyExcept(held[0]);

    /// <summary>How far a column, which must have one value a key, is from the target's means by key; null where it is none or far.</summary>
    public double? Distance(double[] values, double[] target)
    {
        if (Held(values) is not { } held)
        {
            return null;
        }

        var sums = new double[LevelCount];
        for (var row = 0; row < values.Length; row++)
        {
            sums[_codes[row]] += target[row];
        }

        var mean = sums.Sum() / values.Length;
        var (between, apart) = (0.0, 0.0);
        for (var level = 0; level < LevelCount; level++)
        {
            var own = sums[level] / _counts[level];
            between += _counts[level] * (own - mean) * (own - mean);
            apart += _counts[level] * (own - held[level]) * (own - held[level]);
        }

        var distance = Math.Sqrt(apart / between);
        return distance <= Near ? distance : null;
    }

    /// <summary>
    /// Rows of keys within which a column is a falling straight line of the row's own target, as a mean without the row
    /// itself is; null where that is not so in nearly all rows.
    /// </summary>
    public int? LeavesOut(double[] values, double[] target)
    {
        var lines = new Line[LevelCount];
        var (on, off) = (0, 0);
        for (var row = 0; row < values.Length; row++)
        {
            ref var line = ref lines[_codes[row]];
            if (line.Take(target[row], values[row]) is { } fits)
            {
                on += fits ? 1 : 0;
                off += fits ? 0 : 1;
                if (off > FewestOnLine && off > (1 - ShareOnLine) * (on + off))
                {
                    return null;
                }
            }
        }

        // A column of few values goes against the target by itself; means differ from key to key.
        var falling = lines.Count(line => line.Slope < 0);
        return values.Distinct().Count() > LevelCount && on >= FewestOnLine && off <= (1 - ShareOnLine) * (on + off) && falling >= ShareOnLine * lines.Count(line => line.HasSlope) && falling >= 2 ? on : null;
    }

    // The one value of each key; null where a key has two.
    private double[]? Held(double[] values)
    {
        var held = new double[LevelCount];
        Array.Fill(held, double.NaN);
        for (var row = 0; row < values.Length; row++)
        {
            ref var value = ref held[_codes[row]];
            value = double.IsNaN(value) ? values[row] : value;
            if (!(Math.Abs(value - values[row]) <= SameValue * Math.Max(1, Math.Abs(value))))
            {
                return null;
            }
        }

        return held;
    }

    private struct Line
    {
        private bool _hasFirst;
        private double _target;
        private double _value;

        public double Slope { get; private set; }

        public bool HasSlope { get; private set; }

        // Whether a point lies on the line of the first two with different targets; null for those two.
        public bool? Take(double target, double value)
        {
            if (!_hasFirst)
            {
                (_hasFirst, _target, _value) = (true, target, value);
                return null;
            }

            if (!HasSlope && target != _target)
            {
                (HasSlope, Slope) = (true, (value - _value) / (target - _target));
                return null;
            }

            var expected = _value + (HasSlope ? Slope * (target - _target) : 0);
            return Math.Abs(expected - value) <= 1e-6 * Math.Max(1e-3, Math.Abs(value));
        }
    }
}
