using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Testing.Steps;

/// <summary>A fitted step that can leave outputs out makes the others as before.</summary>
internal static class TrimChecks
{
    internal static IReadOnlyList<(string Name, Action<StepCase> Run)> All { get; } =
    [
        ("Trim_OneOutputWanted_SameBitsFromFewerInputs", OneByOne),
        ("Trim_AllOutputsWanted_TheSameStep", step => Trim(step, (fitted, trimmable) => StepCase.Expect(ReferenceEquals(trimmable.Trim(Names(fitted)), fitted), "expected the step itself where all its outputs are wanted, found another"))),
    ];

    private static void OneByOne(StepCase step) => Trim(step, (fitted, trimmable) =>
    {
        foreach (var output in fitted.Outputs)
        {
            var trimmed = trimmable.Trim(new HashSet<string>(StringComparer.Ordinal) { output.Name });
            StepCase.Expect(fitted.Outputs.Where(own => Names(trimmed).Contains(own.Name)).Select(own => (own.Name, own.Type)).SequenceEqual(trimmed.Outputs.Select(own => (own.Name, own.Type))), "expected some of the step's outputs in their order when trimmed, found others");
            StepCase.Expect(trimmed.Inputs.All(fitted.Inputs.Contains) && output.Origins.All(trimmed.Inputs.Contains), $"expected the inputs that '{output.Name}' is made of when trimmed to it, found others");
            var loaded = step.Load(step.Save(trimmed));
            foreach (var rows in (Table[])[StepToy.Training(), StepToy.Unseen(), StepToy.AllMissing(2)])
            {
                var alone = rows.Select([.. trimmed.Inputs]);
                var expected = fitted.Apply(rows).Select([output.Name]);
                StepCase.ExpectSame(expected, trimmed.Apply(alone).Select([output.Name]), "expected the same bits when trimmed");
                StepCase.ExpectSame(expected, loaded.Apply(alone).Select([output.Name]), "expected the same bits when trimmed and read back");
            }
        }
    });

    private static void Trim(StepCase step, Action<IFittedStep, ITrimmableStep> check)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        if (fitted is ITrimmableStep trimmable && fitted.Outputs.Count > 0)
        {
            check(fitted, trimmable);
        }
    }

    private static HashSet<string> Names(IFittedStep step) => step.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
}
