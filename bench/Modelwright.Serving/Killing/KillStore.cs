using Modelwright.Recording.Runs;
using Modelwright.Registry;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Serving.Starting;

namespace Modelwright.Serving.Killing;

/// <summary>A registry with several versions of one package, which differ in the test that they carry.</summary>
internal sealed class KillStore
{
    public const int Versions = 6;

    private readonly string _path;

    public KillStore(WorkFolder folder, string package)
    {
        _path = folder.At("runs.db");
        var loaded = Package.Load(package);
        for (var number = 1; number <= Versions; number++)
        {
            var file = folder.At($"{number}.mw");
            var test = Attestation.Of($$"""{"kind": "test", "model_id": "{{loaded.ModelId}}", "evidence": "{{loaded.EvidenceHash}}", "made": "{{number}}", "passed": true}""");
            (loaded with { Attestations = [test] }).Save(file);
            Registry.Register(ServerSetup.Model, file);
        }

        Registry.Promote($"{ServerSetup.Model}@1");
    }

    public string Path => _path;

    /// <summary>The registry, opened anew.</summary>
    public ModelRegistry Registry => new(new RunStore(_path));

    /// <summary>What is not as it must be after a kill.</summary>
    public IEnumerable<string> Faults(KillMemory memory)
    {
        var champion = Registry.Resolve($"{ServerSetup.Model}@champion").Version;
        if (champion != memory.Asked && champion != memory.Promoted)
        {
            yield return $"version {champion} is champion, where {memory.Promoted} was acknowledged last and {memory.Asked} was under way";
        }

        if (Registry.Log(ServerSetup.Model).First(change => change.Action is ModelAction.Promote).To != champion)
        {
            yield return "the log of the registry tells of another champion";
        }

        Registry.LoadPackage($"{ServerSetup.Model}@champion");
    }
}
