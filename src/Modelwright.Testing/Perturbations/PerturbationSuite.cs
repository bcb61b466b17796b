using Modelwright.Core.Data;
using Modelwright.Stress.Perturbations;

namespace Modelwright.Testing.Perturbations;

/// <summary>What every perturbation is put through.</summary>
public static class PerturbationSuite
{
    private const int Rows = 200;
    private const int Seed = 7;

    /// <summary>The checks for one perturbation, on every column of a sample table that it suits.</summary>
    /// <param name="perturbation">The perturbation.</param>
    /// <returns>Checks in order.</returns>
    public static IEnumerable<ContractCheck> Checks(IPerturbation perturbation)
    {
        ArgumentNullException.ThrowIfNull(perturbation);
        ContractCheck Check(string name, Action run) => ContractCheck.Of("Perturbation", perturbation.Info.Name, name, run);
        var rows = PerturbationSamples.Draw(Rows);
        ColumnSpec[] suited = [.. PerturbationSamples.Schema.Features.Where(column => perturbation.Suits(column, PerturbationSamples.Schema))];
        yield return Check("Suits_SomeColumn", () => Expect(suited.Length > 0, "expected one of two columns of each type to suit, found none"));
        foreach (var column in suited)
        {
            ContractCheck On(string name, Action run) => Check($"{name} ({column.Name})", run);
            Table Apply(double severity, IReadOnlyList<int>? order = null) => perturbation.Apply(rows, column, new(severity, Seed) { Order = order });
            yield return On("Apply_SeverityZero_ChangesNothing", () => Expect(Changed(rows, Apply(0)).Count == 0, "expected the same cells at severity 0, found others"));
            yield return On("Apply_SeverityOne_ChangesSomething", () => Expect(Changed(rows, Apply(1)).Count > 0, "expected changed cells at severity 1, found none"));
            yield return On("Apply_SameDose_SameCells", () => Expect(Changed(Apply(0.5), Apply(0.5)).Count == 0, "expected the same cells from the same dose, found others"));
            yield return On("Apply_OtherColumns_Untouched", () => OthersUntouched(rows, Apply(1), column.Name));
            yield return On("Apply_HigherSeverity_TouchesWhatALowerOneDoes", () => Expect(Changed(rows, Apply(0.1)).IsSubsetOf(Changed(rows, Apply(0.6))), "expected the cells of a lower severity among those of a higher one, found others"));
            yield return On("Apply_Input_Unchanged", () => InputUnchanged(rows, () => Apply(1)));
            yield return On("Apply_OneRowAndNone_NoError", () => Few(perturbation, column));
            yield return On("Apply_OtherCultures_SameCells", () => InOtherCultures(Apply(1), () => Apply(1)));
            yield return On("Apply_EightThreads_SameCells", () => OnEightThreads(Apply(1), () => Apply(1)));
            if (perturbation.Info.HasWorstPlace)
            {
                int[] order = [.. Enumerable.Range(0, Rows).Reverse()];
                yield return On("Apply_Order_TouchesItsFirst", () => Expect(Changed(rows, Apply(0.1, order)).All(row => row >= Rows - (Rows / 10)), "expected the first rows of the order to be touched alone, found others"));
            }
        }
    }

    private static HashSet<int> Changed(Table before, Table after)
    {
        var changed = new HashSet<int>();
        foreach (var (one, other) in before.Columns.Zip(after.Columns))
        {
            changed.UnionWith(Enumerable.Range(0, before.RowCount).Where(row => one.Format(row) != other.Format(row)));
        }

        return changed;
    }

    private static void OthersUntouched(Table rows, Table changed, string column)
    {
        Expect(changed.RowCount == rows.RowCount && changed.Names.SequenceEqual(rows.Names), "expected the same rows and columns, found others");
        Expect(rows.Columns.Zip(changed.Columns).All(pair => pair.First.Name == column || ReferenceEquals(pair.First, pair.Second)), "expected every other column as it was, found a changed one");
    }

    private static void InputUnchanged(Table rows, Func<Table> apply)
    {
        string?[][] before = [.. rows.Columns.Select(column => Enumerable.Range(0, rows.RowCount).Select(column.Format).ToArray())];
        apply();
        Expect(rows.Columns.Zip(before).All(pair => Enumerable.Range(0, rows.RowCount).All(row => pair.First.Format(row) == pair.Second[row])), "expected the rows given to stay as they were, found changed cells");
    }

    private static void InOtherCultures(Table expected, Func<Table> apply) => OtherCultures.Run(culture =>
        Expect(Changed(expected, apply()).Count == 0, $"expected the same cells in culture {culture}, found others"));

    private static void OnEightThreads(Table expected, Func<Table> apply) => EightThreads.Run(_ =>
        Expect(Changed(expected, apply()).Count == 0, "expected the same cells on eight threads at once, found others"));

    private static void Few(IPerturbation perturbation, ColumnSpec column)
    {
        foreach (var count in (int[])[0, 1])
        {
            Expect(perturbation.Apply(PerturbationSamples.Draw(count), column, new(1, Seed)).RowCount == count, $"expected {count} rows, found others");
        }
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new ContractException($"{what}.");
        }
    }
}
