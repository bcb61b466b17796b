using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;

namespace Modelwright.Server.Tests.Data;

/// <summary>A registry in a folder, with packages whose test says what is asked.</summary>
internal sealed class TestRegistry(TempFolder folder)
{
    public RunStore Store { get; } = new(folder.At("runs.db"));

    public ModelRegistry Models => new(Store);

    /// <summary>The package with a test that passed or not; null leaves the test out.</summary>
    public static Package Tested(Package package, bool? passed = true) => passed is not { } answer ? package : package with
    {
        Attestations = [Attestation.Of($$"""{"kind": "test", "model_id": "{{package.ModelId}}", "evidence": "{{package.EvidenceHash}}", "made": "today", "passed": {{(answer ? "true" : "false")}}, "gate": [{"passed": false, "text": "'lead' is -1, where at least 0 is asked."}]}""")],
    };

    /// <summary>Registers a package, which passes the gate unless told otherwise.</summary>
    public ModelVersion Add(Package package, string name = "churn", bool? passed = true)
    {
        var path = folder.At("registered.mw");
        Tested(package, passed).Save(path);
        return Models.Register(name, path, new() { By = "ann" });
    }

    /// <summary>Makes a version champion.</summary>
    public Promotion Promote(string reference) => Models.Promote(reference, cancellation: TestContext.Current.CancellationToken);
}
