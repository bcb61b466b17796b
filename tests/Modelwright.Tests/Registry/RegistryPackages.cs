using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Registry;

/// <summary>A registry with a folder of package files of its own: one trained model, whose copies differ in what their test says.</summary>
internal sealed class RegistryPackages(RunStore store) : IDisposable
{
    private static readonly Lazy<Task<Package>> Trained = new(TrainAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright-registry-");

    public MovedClock Clock { get; } = new(new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public ModelRegistry Registry => new(store, Clock);

    /// <summary>Writes a package whose content no other number has.</summary>
    /// <param name="number">What tells it apart.</param>
    /// <param name="passed">What its test says; null leaves the test out.</param>
    public string File(int number, bool? passed = true)
    {
        var path = Path.Combine(_folder.FullName, FormattableString.Invariant($"{number}.mw"));
        var package = Trained.Value.GetAwaiter().GetResult();
        var verdict = passed is { } answer ? Test(package, number, answer) : Attestation.Of(FormattableString.Invariant($$"""{"kind": "maker", "model_id": "{{package.ModelId}}", "evidence": "{{package.EvidenceHash}}", "made": "{{number}}"}"""));
        (package with { Attestations = [verdict] }).Save(path);
        return path;
    }

    /// <summary>A path in the folder.</summary>
    public string Of(string name) => Path.Combine(_folder.FullName, name);

    public ModelVersion Add(int number, string name = "churn", bool? passed = true) => Registry.Register(name, File(number, passed), new() { By = "ann" });

    public void Dispose() => _folder.Delete(recursive: true);

    private static Attestation Test(Package package, int number, bool passed) => Attestation.Of(
        FormattableString.Invariant($$$"""{"kind": "test", "model_id": "{{{package.ModelId}}}", "evidence": "{{{package.EvidenceHash}}}", "made": "{{{number}}}", "passed": {{{(passed ? "true" : "false")}}}, """)
        + """ "gate": [{"passed": false, "text": "'lead' is -1, where at least 0 is asked."}], "figures": [{"name": "lead", "value": -1, "lower": -2, "upper": -0.5, "about": "roc_auc"}]}""");

    private static async Task<Package> TrainAsync() =>
        (await new Training(SmallTables.Classes(200), "churned") { Learners = new LearnerCatalog().AddBuiltIn(), Trials = 1, Threads = 1 }.RunAsync()).Package;
}
