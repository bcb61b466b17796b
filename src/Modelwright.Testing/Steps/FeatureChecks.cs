using Modelwright.Core.Data;

namespace Modelwright.Testing.Steps;

/// <summary>What a fitted step says of the columns it reads and makes.</summary>
internal static class FeatureChecks
{
    internal static IReadOnlyList<(string Name, Action<StepCase> Run)> All { get; } =
    [
        ("Outputs_AfterFit_AreTheColumnsMade", OutputsAreMade),
        ("Outputs_AfterFit_TraceToInputs", Traceable),
        ("Outputs_AColumnChanged_OnlyWhatComesFromItChanges", OriginsAreAll),
        ("Outputs_NameTakenByAnotherColumn_NoColumnLost", NamesTaken),
        ("InputType_EveryInput_AsInTraining", InputTypes),
    ];

    private static void OutputsAreMade(StepCase step)
    {
        var rows = StepToy.Training();
        var fitted = step.Fit(rows).Step;
        var made = fitted.Apply(rows);
        foreach (var output in fitted.Outputs)
        {
            StepCase.Expect(made.TryGet(output.Name, out var column) && column.Type == output.Type, $"expected output '{output.Name}' of type {output.Type} to be made, found {(made.TryGet(output.Name, out var other) ? $"type {other.Type}" : "no such column")}");
        }

        var declared = fitted.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in made.Names)
        {
            StepCase.Expect(declared.Contains(name) || rows.TryGet(name, out _), $"expected only declared columns, found '{name}'");
        }
    }

    private static void Traceable(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        StepCase.Expect(fitted.Name == step.Name, $"expected the fitted step to be named '{step.Name}', found '{fitted.Name}'");
        StepCase.Expect(fitted.Outputs.Count > 0, "expected an output for the training rows, found none");
        foreach (var output in fitted.Outputs)
        {
            StepCase.Expect(output.Origins.Count > 0 && output.Origins.All(fitted.Inputs.Contains), $"expected output '{output.Name}' to come from inputs ({string.Join(", ", fitted.Inputs)}), found {string.Join(", ", output.Origins)}");
        }
    }

    /// <summary>Each column is turned upside down in turn: an output that changes must name it as an origin.</summary>
    private static void OriginsAreAll(StepCase step)
    {
        var rows = StepToy.Training();
        var fitted = step.Fit(rows).Step;
        var before = fitted.Apply(rows);
        int[] turned = [.. Enumerable.Range(0, rows.RowCount).Reverse()];
        foreach (var column in rows.Columns)
        {
            var after = fitted.Apply(rows.With(column.Take(turned)));
            foreach (var output in fitted.Outputs.Where(output => !output.Origins.Contains(column.Name)))
            {
                StepCase.ExpectSame(before.Select([output.Name]), after.Select([output.Name]), $"expected output '{output.Name}' to stay where column '{column.Name}' changes, which is not among its origins");
            }
        }
    }

    private static void NamesTaken(StepCase step)
    {
        var rows = StepToy.Training();
        var news = step.Fit(rows).Step.Outputs.Select(output => output.Name).Where(name => !rows.TryGet(name, out _)).ToList();

        // A column of a type that the step does not read, under each name that it would make.
        var types = step.Fit(rows).Step is var fitted ? fitted.Inputs.Select(fitted.InputType).ToHashSet() : [];
        Column Taken(string name) => types.Contains(ColumnType.Text) ? new NumberColumn(name, new double[StepToy.Rows]) : new TextColumn(name, new string?[StepToy.Rows]);
        var crowded = new Table([.. rows.Columns, .. news.Select(Taken)]);
        var fit = step.Fit(crowded);
        foreach (var name in news)
        {
            StepCase.Expect(fit.Training.TryGet(name, out var column) && column.GetType() == Taken(name).GetType(), $"expected column '{name}', which was there before, to stay, found it lost");
        }

        StepCase.Expect(fit.Step.Outputs.Count == fitted.Outputs.Count, $"expected {fitted.Outputs.Count} outputs where their names are taken, found {fit.Step.Outputs.Count}");
    }

    private static void InputTypes(StepCase step)
    {
        var rows = StepToy.Training();
        var fitted = step.Fit(rows).Step;
        foreach (var input in fitted.Inputs)
        {
            StepCase.Expect(fitted.InputType(input) == rows[input].Type, $"expected input '{input}' to be of type {rows[input].Type}, found {fitted.InputType(input)}");
        }
    }
}
