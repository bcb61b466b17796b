using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Testing.Steps;

/// <summary>How a fitted step is written and read back.</summary>
internal static class StateChecks
{
    internal static IReadOnlyList<(string Name, Action<StepCase> Run)> All { get; } =
    [
        ("Read_Written_SameBits", SaveLoad),
        ("Read_AValueAbsent_Refused", step => Damage(step, _ => null)),
        ("Read_AListCutOrANumberNotFinite_RefusedOrHarmless", step => Damage(step, Spoil, mustRefuse: false)),
    ];

    private static void SaveLoad(StepCase step)
    {
        var fitted = step.Fit(StepToy.Training()).Step;
        var state = step.Save(fitted);
        var loaded = step.Load(state);
        StepCase.Expect(state.Lines.SequenceEqual(step.Save(loaded).Lines), "expected what is read back to be written as before, found it written differently");
        StepCase.Expect(fitted.Inputs.SequenceEqual(loaded.Inputs), "expected what is read back to read the same columns, found others");
        StepCase.Expect(fitted.Outputs.Select(output => (output.Name, output.Type)).SequenceEqual(loaded.Outputs.Select(output => (output.Name, output.Type))), "expected what is read back to make the same columns, found others");
        foreach (var rows in (Table[])[StepToy.Training(), StepToy.Unseen(), StepToy.AllMissing(2)])
        {
            StepCase.ExpectSame(fitted.Apply(rows), loaded.Apply(rows), "expected what is read back to give the same bits");
        }
    }

    private static object? Spoil(object? value) => value switch
    {
        double => double.NaN,
        long => -1L,
        string[] { Length: > 0 } texts => texts[..^1],
        double[] { Length: > 0 } numbers => (double[])[.. numbers[..^1], double.NaN],
        int[] { Length: > 0 } numbers => numbers[..^1],
        _ => value ?? "",
    };

    private static void Damage(StepCase step, Func<object?, object?> change, bool mustRefuse = true)
    {
        var state = step.Save(step.Fit(StepToy.Training()).Step);
        foreach (var path in state.AllPaths)
        {
            try
            {
                step.Load(state.Change(path, change)).Apply(StepToy.Training());
            }
            catch (ArtifactException)
            {
                continue;
            }

            StepCase.Expect(!mustRefuse, $"expected an ArtifactException for state without '{path}', found no error");
        }
    }
}
