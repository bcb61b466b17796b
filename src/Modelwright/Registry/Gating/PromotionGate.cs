using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;

namespace Modelwright.Registry.Gating;

/// <summary>Whether a package may become champion.</summary>
internal static class PromotionGate
{
    /// <summary>Judges a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="figures">The figures of its evidence.</param>
    /// <param name="options">The bounds and keys.</param>
    /// <returns>Whether it passes, and why, a sentence a rule.</returns>
    public static (bool Passed, IReadOnlyList<string> Said) Judge(Package package, IReadOnlyList<Figure> figures, PromoteOptions options)
    {
        var test = Test(package, options.Keys);
        if (options.Gate is not { } gate)
        {
            return Judge(test, options.Keys.Count > 0);
        }

        var results = gate.Judge(TestedFigures.Of(test, figures));
        return (results.All(result => result.Passed), [.. results.Select(result => $"{(result.Passed ? "Kept" : "Not kept")}: {result.Text}")]);
    }

    private static (bool Passed, IReadOnlyList<string> Said) Judge(Attestation? test, bool needsKey) => test switch
    {
        null => (false, [$"The package carries no test about this model and evidence{(needsKey ? " that a trusted key signed" : "")}. Run 'modelwright test' with --record on the package{(needsKey ? " and sign it" : "")} and register it again, or give bounds for its figures with --gate."]),
        { Passed: true } => (true, [$"The test of {test.Made ?? "unknown time"} passed its gate."]),
        _ => (false, [$"The test of {test.Made ?? "unknown time"} did not pass its gate.", .. TestedFigures.Failed(test)]),
    };

    private static Attestation? Test(Package package, IReadOnlyList<VerifyingKey> keys) => keys.Count == 0
        ? package.Attestations.LastOrDefault(one => one.Kind == "test" && one.IsAbout(package))
        : AttestationCheck.Of(package, keys).All.LastOrDefault(one => one.IsSound && one.Attestation.Kind == "test")?.Attestation;
}
