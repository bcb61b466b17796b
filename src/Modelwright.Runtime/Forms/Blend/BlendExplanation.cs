using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;

namespace Modelwright.Runtime.Forms.Blend;

/// <summary>
/// Contributions of a blend: the weighted mean of its members' contributions to their answers, so that they add up to the blend's
/// answer less the weighted mean of the members' bases. A blend has no scores but its answers.
/// </summary>
internal sealed class BlendExplanation
{
    private const int MostNumbers = 1 << 21;
    private const int MostRows = 4_096;

    private readonly IReadOnlyList<IForm> _members;
    private readonly double[] _weights;
    private readonly int _inputs;
    private readonly Lazy<int[][]> _places;

    internal BlendExplanation(IReadOnlyList<IForm> members, double[] weights, IReadOnlyList<FormInput> inputs)
    {
        (_members, _weights, _inputs) = (members, weights, inputs.Count);
        _places = new(() => Places(members, inputs));
    }

    /// <summary>A member without weight needs no contributions.</summary>
    internal string? Unexplained
    {
        get
        {
            for (var member = 0; member < _members.Count; member++)
            {
                if (_weights[member] > 0 && Fault(_members[member]) is { } fault)
                {
                    return fault;
                }
            }

            return null;
        }
    }

    internal double[] Base()
    {
        double[]? sum = null;
        for (var member = 0; member < _members.Count; member++)
        {
            if (_weights[member] > 0)
            {
                var start = Explains(member).Base(ContributionScale.Answer);
                BlendSum.Add(start, _weights[member], sum ??= new double[start.Length]);
            }
        }

        return sum!;
    }

    internal void Explain(Table rows, int outputs, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, outputs * _inputs);
        output.Clear();
        var size = Math.Clamp(MostNumbers / Math.Max(1, outputs * _inputs), 1, MostRows);
        var found = new double[Math.Min(size, rows.RowCount) * outputs * _inputs];
        for (var start = 0; start < rows.RowCount; start += size)
        {
            int[] some = [.. Enumerable.Range(start, Math.Min(size, rows.RowCount - start))];
            var part = some.Length == rows.RowCount ? rows : rows.Take(some);
            var sums = output.Slice(start * outputs * _inputs, some.Length * outputs * _inputs);
            for (var member = 0; member < _members.Count; member++)
            {
                if (_weights[member] > 0)
                {
                    var those = found.AsSpan(0, some.Length * outputs * _places.Value[member].Length);
                    Explains(member).Explain(part, ContributionScale.Answer, those);
                    Add(those, _places.Value[member], _weights[member], sums);
                }
            }
        }
    }

    private void Add(ReadOnlySpan<double> found, int[] places, double weight, Span<double> sums)
    {
        for (int from = 0, to = 0; from < found.Length; from += places.Length, to += _inputs)
        {
            for (var input = 0; input < places.Length; input++)
            {
                sums[to + places[input]] += weight * found[from + input];
            }
        }
    }

    private IExplains Explains(int member) => Fault(_members[member]) is { } fault ? throw new InvalidOperationException(fault) : (IExplains)_members[member];

    private static string? Fault(IForm form) => form is IExplains explains
        ? explains.Unexplained
        : $"Form '{form.Info.Name}' has no exact contributions. An estimate by sampling takes their place.";

    private static int[][] Places(IReadOnlyList<IForm> members, IReadOnlyList<FormInput> inputs)
    {
        var places = inputs.Select((input, place) => (input.Name, place)).ToDictionary(input => input.Name, input => input.place, StringComparer.Ordinal);
        return [.. members.Select(member => member.Info.Inputs.Select(input => places[input.Name]).ToArray())];
    }
}
