using Modelwright.Cli.Hosting;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;
using Modelwright.Stress;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Cli.Verbs.Testing;

/// <summary>What a test needs besides labelled rows: training rows, the threat, and learners.</summary>
internal sealed class TestGround(Package package, TestRequest request, ReadOptions read, Host host)
{
    /// <summary>Adds it, as far as it is to be had.</summary>
    public async Task<StressOptions> AddAsync(CancellationToken cancellation)
    {
        var told = request.Told with { Learners = host.Learners() };
        if (request.Threat is { } threat)
        {
            told = told with { Threat = ThreatFile.Read(threat, package.Model.Schema) };
        }

        var (path, why) = request.Training is { } named ? (named, "") : Recorded(cancellation);
        if (path is null)
        {
            return told with { WhyNoTraining = why };
        }

        using var input = await InputFile.OpenAsync(path, host, cancellation).ConfigureAwait(false);
        var source = await input.ReadAsync(ModelReading.For(package, read), cancellation).ConfigureAwait(false);
        return told with { Training = source.Table, TrainingFingerprint = source.Report.Fingerprint };
    }

    private (string? Path, string Why) Recorded(CancellationToken cancellation)
    {
        if (request.Runs is not { } runs)
        {
            return (null, request.Told.WhyNoTraining);
        }

        var (path, why) = StressTest.FindTraining(package, runs, cancellation);
        return (path, why ?? "");
    }
}
