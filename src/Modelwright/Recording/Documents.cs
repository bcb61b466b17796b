using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Modelwright.Core.Errors;
using Modelwright.Recording.Json;

namespace Modelwright.Recording;

/// <summary>How documents for machines are written and read: JSON with snake_case names, in which no fault goes unnamed.</summary>
public static class Documents
{
    private const int MostDepth = 32;

    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new TaskConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { PlainColumns.LeaveOut } },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MostDepth,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Writes a document.</summary>
    /// <typeparam name="T">A record of data.</typeparam>
    /// <param name="document">The document.</param>
    /// <returns>JSON, the same text for the same document.</returns>
    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options) + "\n";

    /// <summary>Reads texts by name, such as the options of a recorded run.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    internal static IReadOnlyDictionary<string, string> ReadTexts(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json, Options) ?? throw new JsonException("The document is empty.");

    /// <summary>Reads a plan.</summary>
    /// <param name="json">The text of plan.json.</param>
    /// <param name="name">Where it comes from, for the error's text.</param>
    /// <returns>The plan, sound in itself; names of learners and metrics are not looked up yet.</returns>
    /// <exception cref="OptionsException">It is not a plan; the text names the line and what is wrong.</exception>
    public static TrainingPlan ReadPlan(string json, string name)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<TrainingPlan>(json, Options) ?? throw new JsonException("The document is empty.");
            return plan.Format == 1
                ? Sound(plan, name)
                : throw new OptionsException($"{name}: plan format {plan.Format} is not known; this release reads format 1. Use a newer release, or train anew.");
        }
        catch (JsonException fault)
        {
            throw new OptionsException($"{name}, line {(fault.LineNumber ?? 0) + 1}: this is not a plan: {Say(fault, "a plan")} Mend that place, or train anew to get a fresh plan.", fault);
        }
    }

    /// <summary>Reads the evidence of a package or the text of evidence.json.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The evidence; null where it is none that this release knows, such as that of a package without evidence.</returns>
    public static Evidence? ReadEvidence(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Evidence>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TrainingPlan Sound(TrainingPlan plan, string name)
    {
        string[] faults = [.. PlanFaults.Of(plan).Select(fault => $"{name}: {fault}")];
        return faults.Length == 0 ? plan : throw new OptionsException(string.Join('\n', faults));
    }

    /// <summary>What the reader of JSON says, in words of the document instead of the program's types.</summary>
    /// <param name="fault">What it said.</param>
    /// <param name="document">What the document should be, such as "a plan".</param>
    internal static string Say(JsonException fault, string document)
    {
        const string Unknown = "The JSON property '";
        const string OtherKind = "The JSON value could not be converted";
        const string Absent = "missing required properties including: ";
        var message = fault.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0];
        var place = fault.Path is { Length: > 2 } path ? $"'{path[2..]}'" : "the document";
        return message.StartsWith(Unknown, StringComparison.Ordinal) ? $"'{message[Unknown.Length..].Split('\'')[0]}' is no part of {document}."
            : message.StartsWith(OtherKind, StringComparison.Ordinal) ? $"{place} holds a value that cannot stand there."
            : message.Contains(Absent, StringComparison.Ordinal) ? $"{place} lacks {message.Split(Absent, 2)[1]}"
            : message.Contains("null", StringComparison.Ordinal) ? $"{place} holds null."
            : message;
    }
}
