using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Explain;
using Modelwright.Server.Faults;
using Modelwright.Server.Rows;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Answers;

/// <summary>Why rows were answered as they were, as <see cref="Explainer"/> says.</summary>
internal sealed class ReasonJson
{
    private readonly Explanations _explanations;
    private readonly ModelVersion _version;

    private ReasonJson(ModelVersion version, Explanations explanations) => (_version, _explanations) = (version, explanations);

    /// <exception cref="RequestException">The model or the rows cannot be explained, or there are too many rows.</exception>
    internal static ReasonJson Of(ModelVersion version, ServedRows rows, ServerLimits limits, CancellationToken cancellation)
    {
        if (rows.RowCount > limits.ReasonRows)
        {
            throw RequestException.Of(413, "Reasons are given for fewer rows.", FormattableString.Invariant($"There are {rows.RowCount} rows, and reasons are given for at most {limits.ReasonRows} at a time."), "Send fewer rows, or leave 'reasons' out.");
        }

        try
        {
            return new(version, version.Explainer.Explain(rows.ToTable(), options: null, cancellation));
        }
        catch (ModelwrightException cause)
        {
            throw RequestException.Of(400, "The answers cannot be explained.", cause.Message, "Leave 'reasons' out.");
        }
    }

    /// <summary>The member 'reasons' of an object that is begun.</summary>
    internal void Write(Utf8JsonWriter writer, int row)
    {
        var output = _explanations.OutputOf(row);
        writer.WriteStartObject("reasons");
        writer.WriteString("of", _explanations.Outputs[output]);
        writer.WriteNumber("base", _explanations.Base[output]);
        if (_explanations.Estimated is { } estimated)
        {
            writer.WriteString("estimated", estimated);
        }

        writer.WriteStartArray("contributions");
        foreach (var reason in Reasons.All(_explanations, _version.Predictor.Package, row, output))
        {
            Write(writer, reason);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Reason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("column", reason.Column);
        writer.WriteString("value", reason.Value);
        writer.WriteString("usual", reason.Usual);
        writer.WriteNumber("contribution", reason.Contribution);
        if (reason.StandardError is { } error)
        {
            writer.WriteNumber("standard_error", error);
        }

        writer.WriteString("sentence", reason.Sentence);
        writer.WriteEndObject();
    }
}
