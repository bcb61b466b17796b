using Modelwright.Core.Data;
using Modelwright.Profile;

namespace Modelwright.Findings.Leaks;

/// <summary>Columns that are the classes under other names: value for value, or with a few exceptions.</summary>
internal sealed class ClassCopies : ILeakCheck
{
    /// <summary>Least share of rows, of each value and of each class, in which value and class go together.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>From so many classes on, going together one to one is proof enough; two may do so by nature.</summary>
    private const int ManyClasses = 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        if (!ground.Outcome.IsClasses)
        {
            yield break;
        }

        var occurring = ground.Outcome.Classes.Distinct().Count();
        foreach (var column in ground.Columns.Where(column => column.Bins.IsExact))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            var agreeing = Agreeing(column.Bins.Codes, ground.Outcome.Classes, column.Bins.Count, ground.Outcome.ClassCount, occurring);
            if (agreeing == ground.Sample.Length && IsCopy(ground, column))
            {
                yield return Copy(ground, column, occurring);
            }
            else if (agreeing > 0 && agreeing < ground.Sample.Length && occurring >= ManyClasses)
            {
                yield return NearCopy(ground, column, occurring, agreeing);
            }
        }
    }

    private static Finding Copy(LeakGround ground, GroundColumn column, int values) => new(
        FindingSeverity.Severe,
        LeakKinds.Copy,
        column.Name,
        $"'{column.Name}' is the target under another name: each of its {values} values stands for one class of '{ground.Target}' in all {ground.Rows.Table.RowCount} rows.",
        Said.Remedy) { Measured = new Dictionary<string, double> { ["values"] = values, ["rows"] = ground.Rows.Table.RowCount } };

    private static Finding NearCopy(LeakGround ground, GroundColumn column, int values, int agreeing) => new(
        FindingSeverity.Severe,
        "near_copy",
        column.Name,
        $"'{column.Name}' is the target with a few exceptions: each of its {values} values goes with one class of '{ground.Target}', in {agreeing} of {ground.Sample.Length} rows looked at.",
        Said.Remedy) { Measured = new Dictionary<string, double> { ["values"] = values, ["rows"] = ground.Sample.Length, ["agreeing"] = agreeing } };

    // Rows in which value and class are partners, where each value has a class of its own and each class a value; 0 where not.
    private static int Agreeing(ushort[] codes, int[] classes, int bins, int width, int occurring)
    {
        var counts = new int[bins, width];
        var (ofBin, ofClass) = (new int[bins], new int[width]);
        for (var row = 0; row < codes.Length; row++)
        {
            counts[codes[row], classes[row]]++;
            ofBin[codes[row]]++;
            ofClass[classes[row]]++;
        }

        if (ofBin.Count(count => count > 0) != occurring)
        {
            return 0;
        }

        var agreeing = 0;
        for (var bin = 0; bin < bins; bin++)
        {
            var partner = Enumerable.Range(0, width).MaxBy(wanted => counts[bin, wanted]);
            if (ofBin[bin] > 0 && (counts[bin, partner] < NearlyAll * ofBin[bin] || counts[bin, partner] < NearlyAll * ofClass[partner]))
            {
                return 0;
            }

            agreeing += counts[bin, partner];
        }

        return agreeing;
    }

    // What the sample suggests is proved on all rows.
    private static bool IsCopy(LeakGround ground, GroundColumn column)
    {
        var target = (CategoryColumn)ground.Rows.Target!;
        var (codes, values) = ValueCodes.Of(column.Whole);
        var classes = ValueCodes.Of(target);
        return values == classes.Count && Purity.IsPure(codes, values, classes.Codes);
    }
}
