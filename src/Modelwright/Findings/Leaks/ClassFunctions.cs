using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>Columns that decide the class: every value has one, or every range of values.</summary>
internal sealed class ClassFunctions : ILeakCheck
{
    private const int FewestRowsOfValue = 5;
    private const int FewestRowsOfRange = 20;

    /// <summary>What the other columns tell together, from which on the question is an easy one and no column suspect.</summary>
    private const double Easy = 0.95;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        if (!ground.Outcome.IsClasses)
        {
            yield break;
        }

        var occurring = ground.Outcome.Classes.Distinct().Count();
        foreach (var column in ground.Columns.Where(column => !accused.Contains(column.Name)))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            if (column.Bins.IsExact)
            {
                var codes = ValueCodes.Of(column.Sampled);
                if (codes.Count * FewestRowsOfValue <= codes.Codes.Length && Purity.IsPure(codes.Codes, codes.Count, ground.Outcome.Classes) && IsHard(ground, column))
                {
                    yield return Decides(ground, column, "values", codes.Count, $"each of its {codes.Count} values has one class of '{ground.Target}' in {Said.Rows(ground)}");
                }
            }
            else if (Ranges(ground, column) is { } ranges && (ranges == occurring || IsHard(ground, column)))
            {
                yield return Decides(ground, column, "ranges", ranges, $"in {Said.Rows(ground)} its values fall into {ranges} ranges, each with one class of '{ground.Target}'");
            }
        }
    }

    private static Finding Decides(LeakGround ground, GroundColumn column, string what, int count, string text) =>
        new(FindingSeverity.Severe, LeakKinds.Function, column.Name, $"'{column.Name}' decides the target: {text}. The other columns together tell {Said.Figure(ground.Others.Without([column.Name]).Skill)} of it on a scale from 0 to 1.", Said.Remedy)
        { Measured = new Dictionary<string, double> { [what] = count, ["rows"] = ground.Sample.Length } };

    private static bool IsHard(LeakGround ground, GroundColumn column) => ground.Others.Without([column.Name]).Skill < Easy;

    // Runs of one class along the sorted values; null where there are too many for a rule.
    private static int? Ranges(LeakGround ground, GroundColumn column)
    {
        if (!column.Bins.IsOrdered || column.Bins.Codes.Contains(BinnedColumn.Missing))
        {
            return null;
        }

        var values = column.Sampled is NumberColumn numbers ? Binning.Values(numbers) : Binning.Values((TimeColumn)column.Sampled);
        var classes = (int[])ground.Outcome.Classes.Clone();
        Array.Sort(values, classes);
        var runs = 1;
        for (var row = 1; row < classes.Length; row++)
        {
            if (classes[row] != classes[row - 1])
            {
                runs++;
                if (values[row] == values[row - 1] || runs > classes.Length / FewestRowsOfRange)
                {
                    return null;
                }
            }
        }

        return runs;
    }
}
