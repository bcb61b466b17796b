using System.Reflection;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>How the same model is made again.</summary>
internal static class RepeatSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var release = typeof(RepeatSection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
        yield return new Prose("The plan holds all that was told and all that was decided. Repeated on the same rows with the same release on the same kind of machine it gives the same model id, at any number of threads.");
        yield return new Command($"modelwright train {(ground.Source is { } source ? Shell.Quote(source) : "FILE")} --plan plan.json");
        var facts = new List<Fact> { new("Model id", ground.ModelId), new("Seed", Numbers.Count(ground.Plan.Seed)), new("Release", release) };
        if (ground.Evidence.Fingerprint is { } fingerprint)
        {
            facts.Add(new("SHA-256 of the data", fingerprint));
        }

        yield return new Facts(facts);
    }
}
