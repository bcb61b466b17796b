using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Categories.Encoding;
using Modelwright.Runtime.Steps.Fitting;
using Modelwright.Runtime.Steps.Usefulness;

namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>One fit of <see cref="OrderedTarget"/>.</summary>
internal sealed class OrderedFit
{
    private static readonly ColumnType[] Types = [ColumnType.Category, ColumnType.Number];

    /// <summary>Rows that pairs and codes are looked for in.</summary>
    private const int MostRows = 20_000;

    private readonly StepInput _input;
    private readonly OrderedTarget _told;
    private readonly EncodedTarget _target;
    private readonly int[] _order;
    private readonly FeatureNames _names;
    private readonly Dictionary<string, (KnownValues Values, int[] Codes)> _known = new(StringComparer.Ordinal);
    private readonly List<FittedTuple> _tuples = [];
    private readonly List<Column> _training = [];

    internal OrderedFit(StepInput input, OrderedTarget told)
    {
        (_input, _told) = (input, told);
        _target = EncodedTarget.Of(input, OrderedTarget.StepName, "ordered");
        _order = RandomOrder.Of(input.Rows.RowCount, input.Seed, input.Times);
        _names = new(input.Rows);
    }

    /// <summary>Looks whether all columns are there.</summary>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    internal void Check(IEnumerable<string> names)
    {
        string[] faults = [.. names.Distinct(StringComparer.Ordinal).Select(name => StepColumns.Fault(_input.Rows, OrderedTarget.StepName, name, Types)).OfType<string>()];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    /// <summary>The columns and pairs to encode: those named, and those that are worth it.</summary>
    internal IEnumerable<string[]> Choose(IReadOnlyList<string> columns)
    {
        string[][] named = [.. columns.Distinct(StringComparer.Ordinal).Select(name => (string[])[name]), .. _told.Pairs.Distinct().Select(pair => (string[])[pair.First, pair.Second])];
        if (_told.MostPairs == 0 && _told.Candidates.Count == 0)
        {
            return named;
        }

        // Codes of all rows are made again for those that are chosen: there may be many candidates.
        string[] candidates = [.. columns.Concat(_told.Candidates).Distinct(StringComparer.Ordinal)];
        var sample = new TargetSample(_target, _order, MostRows);
        var choice = new PairChoice(sample, [.. candidates.Select(name => sample.Take(Learn(name).Codes))], _input.Cancellation);
        string[] codes = [.. candidates.Where((name, place) => !columns.Contains(name, StringComparer.Ordinal) && _input.Rows[name].Type == ColumnType.Number && choice.IsCode(place))];
        return named
            .Concat(codes.Select(name => (string[])[name]))
            .Concat(choice.Pairs(_told.MostPairs).Select(pair => (string[])[candidates[pair.First], candidates[pair.Second]]))
            .DistinctBy(names => string.Join('\n', names), StringComparer.Ordinal);
    }

    /// <summary>Encodes a column or a pair.</summary>
    internal void Add(string[] columns)
    {
        _input.Cancellation.ThrowIfCancellationRequested();
        var known = Array.ConvertAll(columns, Known);
        var keys = Combination.Keys([.. known.Select(one => one.Codes)], [.. known.Select(one => one.Values.Count + 1)]);
        var (kept, slots) = Combination.Slots(keys, _told.MinCount, OrderedTarget.MostValues);
        var sums = new OrderedSums(_target, slots, kept.Length, _told.Smoothing);
        var title = string.Join('+', columns);
        string[] outputs = [.. _target.Names.Select(name => _names.Take(title + name)), _names.Take($"{title}:share")];
        for (var output = 0; output < _target.Names.Count; output++)
        {
            _training.Add(new NumberColumn(outputs[output], sums.InOrder(_order, output)));
        }

        double[] shares = [.. sums.Shares(), 0];
        _training.Add(new NumberColumn(outputs[^1], Array.ConvertAll(slots, slot => shares[slot < 0 ? kept.Length : slot])));
        var (inputs, compact) = KeptValues.Of(columns, [.. known.Select(one => one.Values)], kept);
        _tuples.Add(new OrderedTuple(inputs, outputs, compact, [.. sums.Values(), .. shares]));
    }

    /// <summary>The step, and the training rows as the learner is to see them.</summary>
    internal StepFit Done()
    {
        var step = new FittedTupleStep(OrderedTarget.StepName, _told.KeepsInputs, _tuples);
        var inputs = step.Inputs.ToHashSet(StringComparer.Ordinal);
        var made = step.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        return new(step, new([.. _input.Rows.Columns.Where(column => !made.Contains(column.Name) && (_told.KeepsInputs || !inputs.Contains(column.Name))), .. _training], _input.Rows.RowCount));
    }

    private (KnownValues Values, int[] Codes) Known(string name)
    {
        if (!_known.TryGetValue(name, out var known))
        {
            _known.Add(name, known = Learn(name));
        }

        return known;
    }

    private (KnownValues Values, int[] Codes) Learn(string name)
    {
        var values = KnownValues.Of(_input.Rows[name]);
        return (values, values.Codes(_input.Rows[name]));
    }
}
