using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Stress.Attacks;

namespace Modelwright.Testing.Attacks;

/// <summary>What every attack is put through.</summary>
public static class AttackSuite
{
    private const int Attacked = 20;
    private const int Seed = 7;

    /// <summary>The checks for one attack, on every sample model that it suits.</summary>
    /// <param name="attack">The attack.</param>
    /// <returns>Checks in order.</returns>
    public static IEnumerable<ContractCheck> Checks(IAttack attack)
    {
        ArgumentNullException.ThrowIfNull(attack);
        ContractCheck Check(string name, Action run) => ContractCheck.Of("Attack", attack.Info.Name, name, run);
        AttackSample[] suited = [.. AttackSamples.All.Where(sample => attack.Unsuited(sample.Target) is null)];
        yield return Check("Unsuited_SomeModel_SuitsIt", () => Expect(suited.Length > 0, "expected a smooth model or three trees to suit, found neither"));
        foreach (var sample in suited)
        {
            ContractCheck On(string name, Action run) => Check($"{name} ({sample.Name})", run);
            yield return On("Find_SomeRow_IsFlipped", () => Expect(Finds(attack, sample.Target).Any(found => found is not null), $"expected a flip of one of {Attacked} rows, found none"));
            yield return On("Find_WhatIsFound_IsAnsweredOtherwise", () => AnsweredOtherwise(attack, sample.Target));
            yield return On("Find_WhatIsFound_KeepsTheThreat", () => KeepsTheThreat(attack, sample));
            yield return On("Find_TargetAndOtherColumns_Untouched", () => OthersUntouched(attack, sample));
            yield return On("Find_SameSeed_SameRow", () => Expect(Same(Finds(attack, sample.Target), Finds(attack, sample.Target)), "expected the same rows from the same seed, found others"));
            yield return On("Find_BudgetZero_ChangesNothing", () => Nothing(attack, sample.With(sample.Threat with { Budget = 0 }), "a budget of 0"));
            yield return On("Find_NothingMutable_ChangesNothing", () => Nothing(attack, sample.With(sample.Threat with { Columns = [.. sample.Threat.Columns.Select(column => column with { Mutable = false })] }), "nothing that can be changed"));
            yield return On("Find_ModelThatAnswersOneThing_ChangesNothing", () => Nothing(attack, sample.With(sample.Threat, answer: (rows, _) => AttackSamples.Ask(AttackSamples.Constant, rows), form: sample.Form is null ? null : AttackSamples.Constant), "a model that answers one thing"));
            yield return On("Find_FewQueries_AreKept", () => FewQueries(attack, sample));
            yield return On("Find_Cancelled_Throws", () => Cancelled(attack, sample.Target));
            yield return On("Find_Rows_Unchanged", () => RowsUnchanged(attack, sample));
            yield return On("Find_OtherCultures_SameRow", () => InOtherCultures(attack, sample));
            yield return On("Find_EightThreads_SameRow", () => OnEightThreads(attack, sample));
        }
    }

    private static Table?[] Finds(IAttack attack, AttackTarget target) => attack.Unsuited(target) is null
        ? [.. Enumerable.Range(0, Attacked).Select(row => attack.Find(target, row, Seed, CancellationToken.None))]
        : new Table?[Attacked];

    private static void AnsweredOtherwise(IAttack attack, AttackTarget target)
    {
        var found = Finds(attack, target);
        for (var row = 0; row < found.Length; row++)
        {
            Expect(found[row] is not { } changed || target.IsFlipped(row, target.Answer(changed, CancellationToken.None), 0), $"expected another answer to what was found for row {row}, found the same");
        }
    }

    private static void KeepsTheThreat(IAttack attack, AttackSample sample)
    {
        var found = Finds(attack, sample.Target);
        for (var row = 0; row < found.Length; row++)
        {
            var broken = found[row] is { } changed ? sample.Threat.Broken(sample.Schema, sample.Rows, row, changed) : [];
            Expect(broken.Count == 0, $"expected all that the threat asks of row {row}, found that {string.Join(' ', broken)}");
        }
    }

    private static void OthersUntouched(IAttack attack, AttackSample sample)
    {
        var others = sample.Schema.Columns.Where(column => column.Role != ColumnRole.Feature).Select(column => column.Name).Append("birth").ToArray();
        var found = Finds(attack, sample.Target);
        for (var row = 0; row < found.Length; row++)
        {
            Expect(found[row] is not { } changed || (changed.RowCount == 1 && changed.Names.SequenceEqual(sample.Rows.Names)), $"expected one row with all columns for row {row}, found others");
            Expect(found[row] is not { } after || others.All(name => after[name].Format(0) == sample.Rows[name].Format(row)), $"expected target, id and what cannot be changed as they were in row {row}, found others");
        }
    }

    private static void Nothing(IAttack attack, AttackTarget target, string why) => Expect(Finds(attack, target).All(found => found is null), $"expected nothing to be found with {why}, found a changed row");

    private static void FewQueries(IAttack attack, AttackSample sample)
    {
        const int Few = 40;
        var asked = 0;
        Answers Counted(Table rows, CancellationToken stop)
        {
            asked += rows.RowCount;
            return sample.Answer(rows, stop);
        }

        var calm = sample.Answer(sample.Rows, CancellationToken.None);
        AttackTarget target = new(sample.Schema, sample.Rows, sample.Threat, Counted, calm) { Form = sample.Form, MostQueries = Few, Surrogate = sample.Answer };
        for (var row = 0; row < Attacked; row++)
        {
            asked = 0;
            attack.Find(target, row, Seed, CancellationToken.None);
            Expect(asked <= Few, $"expected at most {Few} rows to be answered, found {asked}");
        }
    }

    private static void Cancelled(IAttack attack, AttackTarget target)
    {
        try
        {
            attack.Find(target, 0, Seed, new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new ContractException("expected a cancelled attack to end with an OperationCanceledException, found that it went on.");
    }

    private static void RowsUnchanged(IAttack attack, AttackSample sample)
    {
        string?[][] before = [.. sample.Rows.Columns.Select(column => Enumerable.Range(0, sample.Rows.RowCount).Select(column.Format).ToArray())];
        Finds(attack, sample.Target);
        Expect(sample.Rows.Columns.Zip(before).All(pair => Enumerable.Range(0, sample.Rows.RowCount).All(row => pair.First.Format(row) == pair.Second[row])), "expected the rows given to stay as they were, found changed cells");
    }

    private static void InOtherCultures(IAttack attack, AttackSample sample)
    {
        var expected = Finds(attack, sample.Target);
        OtherCultures.Run(culture => Expect(Same(expected, Finds(attack, sample.Target)), $"expected the same rows in culture {culture}, found others"));
    }

    private static void OnEightThreads(IAttack attack, AttackSample sample)
    {
        var target = sample.Target;
        var expected = Finds(attack, target);
        EightThreads.Run(_ => Expect(Same(expected, Finds(attack, target)), "expected the same rows on eight threads at once, found others"));
    }

    private static bool Same(Table?[] one, Table?[] other) => one.Zip(other).All(pair => Cells(pair.First).SequenceEqual(Cells(pair.Second)));

    private static IEnumerable<string?> Cells(Table? row) => row is null ? [] : row.Columns.Select(column => column.Format(0));

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new ContractException($"{what}.");
        }
    }
}
