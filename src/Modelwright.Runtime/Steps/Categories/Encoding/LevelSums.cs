using Modelwright.Core.Data;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Categories.Encoding;

/// <summary>Weights and sums of the target for each level of one column, of each fold and of all.</summary>
internal sealed class LevelSums
{
    private readonly LevelList _levels;
    private readonly int _outputs;
    private readonly double _unit;
    private readonly Part[] _folds;
    private readonly Part _all;
    private readonly double _meanWeight;
    private readonly double? _smoothing;

    private LevelSums(LevelList levels, EncodedTarget target, int folds, double? smoothing)
    {
        var outputs = target.Names.Count;
        (_levels, _outputs, _unit, _meanWeight, _smoothing) = (levels, outputs, target.Unit, target.MeanWeight, smoothing);
        _all = new(levels.Levels.Count + 1, outputs);
        _folds = new Part[folds];
        for (var fold = 0; fold < folds; fold++)
        {
            _folds[fold] = new(levels.Levels.Count + 1, outputs);
        }
    }

    /// <summary>The levels that occur; missing has the slot behind them.</summary>
    internal IReadOnlyList<string> Levels => _levels.Levels;

    /// <summary>Sums up a column; where no smoothing is told, in rows, each output has its own.</summary>
    internal static LevelSums Of(CategoryColumn column, EncodedTarget target, (byte[] OfRows, int Count) folds, double? smoothing)
    {
        var sums = new LevelSums(new(new LevelCounts(column).InOrder()), target, folds.Count, smoothing);
        var slots = sums.Slots(column);
        for (var row = 0; row < slots.Length; row++)
        {
            var weight = target.Weights is { } weights ? weights[row] : 1;
            var fold = sums._folds[folds.OfRows[row]];
            sums._all.Add(slots[row], weight, target, row);
            fold.Add(slots[row], weight, target, row);
        }

        return sums;
    }

    /// <summary>What the fitted step looks up, from all training rows: for each output one value a level, then missing, then unseen.</summary>
    internal double[] Encode()
    {
        var count = Levels.Count;
        var values = new double[_outputs * (count + 2)];
        for (var output = 0; output < _outputs; output++)
        {
            var mean = Mean(_all.Total, _all.TotalSums[output]);
            var smoothing = Smoothing(without: null, output);
            var own = values.AsSpan(output * (count + 2), count + 2);
            for (var slot = 0; slot <= count; slot++)
            {
                own[slot] = _unit * Smooth(_all.Weights[slot], _all.Sums[(slot * _outputs) + output], smoothing, mean);
            }

            own[count + 1] = _unit * mean;
        }

        return values;
    }

    /// <summary>For each output one value a training row, from the rows of all folds but its own.</summary>
    internal double[][] EncodeOutOfFold(CategoryColumn column, byte[] folds)
    {
        var slots = Slots(column);
        var encoded = new double[_outputs][];
        var values = new double[_folds.Length][];
        for (var output = 0; output < _outputs; output++)
        {
            for (var fold = 0; fold < values.Length; fold++)
            {
                values[fold] = Outside(_folds[fold], output);
            }

            var rows = encoded[output] = new double[slots.Length];
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row] = values[folds[row]][slots[row]];
            }
        }

        return encoded;
    }

    private double[] Outside(Part fold, int output)
    {
        var mean = Mean(_all.Total - fold.Total, _all.TotalSums[output] - fold.TotalSums[output]);
        var smoothing = Smoothing(fold, output);
        var values = new double[Levels.Count + 1];
        for (var slot = 0; slot < values.Length; slot++)
        {
            var at = (slot * _outputs) + output;

            // Counted, not subtracted: what is left of weights and sums after subtracting all rows may be dust instead of 0.
            values[slot] = _unit * (_all.Counts[slot] == fold.Counts[slot]
                ? mean
                : Smooth(_all.Weights[slot] - fold.Weights[slot], _all.Sums[at] - fold.Sums[at], smoothing, mean));
        }

        return values;
    }

    /// <summary>In weight: what was told, or the estimate from all rows but those of a fold.</summary>
    private double Smoothing(Part? without, int output)
    {
        if (_smoothing is { } told)
        {
            return told * _meanWeight;
        }

        var (counts, sums, squares) = (new double[Levels.Count + 1], new double[Levels.Count + 1], 0.0);
        for (var slot = 0; slot < counts.Length; slot++)
        {
            var at = (slot * _outputs) + output;
            if (_all.Counts[slot] != (without?.Counts[slot] ?? 0))
            {
                counts[slot] = (_all.Weights[slot] - (without?.Weights[slot] ?? 0)) / _meanWeight;
                sums[slot] = (_all.Sums[at] - (without?.Sums[at] ?? 0)) / _meanWeight;
            }
        }

        foreach (var fold in _folds)
        {
            squares += fold == without ? 0 : fold.Squares[output] / _meanWeight;
        }

        return SmoothingEstimate.Of(counts, sums, squares) * _meanWeight;
    }

    private static double Smooth(double weight, double sum, double smoothing, double mean) =>
        weight + smoothing > 0 ? (sum + (smoothing * mean)) / (weight + smoothing) : mean;

    private static double Mean(double weight, double sum) => weight > 0 ? sum / weight : 0;

    private int[] Slots(CategoryColumn column)
    {
        var map = _levels.MapFrom(column.Levels);
        var slots = new int[column.RowCount];
        column.Codes.CopyTo(slots);
        for (var row = 0; row < slots.Length; row++)
        {
            slots[row] = slots[row] < 0 ? Levels.Count : map[slots[row]];
        }

        return slots;
    }

    private sealed class Part(int slots, int outputs)
    {
        internal int[] Counts { get; } = new int[slots];

        internal double[] Weights { get; } = new double[slots];

        internal double[] Sums { get; } = new double[slots * outputs];

        internal double Total { get; private set; }

        internal double[] TotalSums { get; } = new double[outputs];

        internal double[] Squares { get; } = new double[outputs];

        internal void Add(int slot, double weight, EncodedTarget target, int row)
        {
            Counts[slot]++;
            Weights[slot] += weight;
            Total += weight;
            for (var output = 0; output < outputs; output++)
            {
                var share = weight * target[row, output];
                Sums[(slot * outputs) + output] += share;
                TotalSums[output] += share;
                Squares[output] += share * target[row, output];
            }
        }
    }
}
