using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;

/// <summary>What keeps the parts of a verdict on streams from fitting each other.</summary>
internal static class StreamVerdictFaults
{
    private const string Remedy = "Make the file again, or fetch it again from where it was made.";

    /// <summary>Checks them.</summary>
    /// <exception cref="ArtifactException">They do not fit.</exception>
    internal static void Check(StreamVerdictForm form, FormInput? series)
    {
        string[] names = [.. form.Form.Info.Inputs.Select(input => input.Name), form.TimeName, .. series is null ? Array.Empty<string>() : [series.Name]];
        if (names.Contains("") || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            throw new ArtifactException($"A verdict on streams needs different columns for the readings, their time and their series; it names {string.Join(", ", names.Select(name => $"'{name}'"))}. {Remedy}");
        }

        if (!(form.Threshold > 0))
        {
            throw new ArtifactException(FormattableString.Invariant($"A verdict on streams needs a threshold above 0. Got {form.Threshold}. {Remedy}"));
        }

        CheckKnown(form);
    }

    private static void CheckKnown(StreamVerdictForm form)
    {
        var known = form.Known;
        var bytes = known.Sum(kept => (long)kept.State.Length);
        if (known.Count > StreamVerdictForm.MostKnown || bytes > StreamVerdictForm.MostKnownBytes)
        {
            throw new ArtifactException(FormattableString.Invariant($"The model keeps the end of {known.Count} series in {bytes} bytes; {StreamVerdictForm.MostKnown} series and {StreamVerdictForm.MostKnownBytes} bytes may be kept. {Remedy}"));
        }

        if (known.DistinctBy(kept => (kept.Name is null, kept.Name ?? "")).Count() < known.Count || known.Any(kept => kept.Until < 0 || kept.Until > DateTime.MaxValue.Ticks))
        {
            throw new ArtifactException($"The model keeps the end of a series twice, or one at a time that does not exist. {Remedy}");
        }

        foreach (var kept in known)
        {
            kept.Open((IScoresStreams)form.Form);
        }
    }
}
