using Modelwright.Core.Data;

namespace Modelwright.Testing.Steps;

/// <summary>What a fitted step says of the columns it reads and makes.</summary>
internal static class FeatureChecks
{
    internal static IReadOnlyList<(string Name, Action<StepCase> Run)> All { get; } =
    [
        ("Outputs_AfterFit_AreTheColumnsMade", OutputsAreMade),
        ("Outputs_AfterFit_TraceToInputs", Traceable),
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
            StepCase.Expect(made.TryGet(output.Name, out var column) && column.Type == output.Type, $"output '{output.Name}' of type {output.Type} is not made");
        }

        var declared = fitted.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in made.Names)
        {
            StepCase.Expect(declared.Contains(name) || rows.TryGet(name, out _), $"column '{name}' is made and not declared");
        }
    }

    private static void Traceable(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        StepCase.Expect(fitted.Name == step.Name, $"the fitted step is named '{fitted.Name}'");
        StepCase.Expect(fitted.Outputs.Count > 0, "nothing is made of the training rows");
        foreach (var output in fitted.Outputs)
        {
            StepCase.Expect(output.Origins.Count > 0 && output.Origins.All(fitted.Inputs.Contains), $"output '{output.Name}' does not come from an input");
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
            StepCase.Expect(fit.Training.TryGet(name, out var column) && column.GetType() == Taken(name).GetType(), $"column '{name}', which was there before, is lost");
        }

        StepCase.Expect(fit.Step.Outputs.Count == fitted.Outputs.Count, "columns are lost for want of a free name");
    }

    private static void InputTypes(StepCase step)
    {
        var rows = StepToy.Training();
        var fitted = step.Fit(rows).Step;
        foreach (var input in fitted.Inputs)
        {
            StepCase.Expect(fitted.InputType(input) == rows[input].Type, $"input '{input}' is said to be of type {fitted.InputType(input)}");
        }
    }
}
