using System.Text;
using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Packaging.Attestations;

/// <summary>What somebody states of a package, kept to the letter, and the signatures over it.</summary>
/// <remarks>
/// Immutable; safe from any thread. It stands outside the model id, so that a model that is tested stays the same model. The shape is
/// that of an in-toto attestation: a statement names its subject by hashes, and signatures cover the statement's own bytes.
/// </remarks>
public sealed record Attestation
{
    /// <summary>The most letters of a statement.</summary>
    public const int MostLetters = 1 << 20;

    private const int MostDepth = 16;
    private const string Shape = """A statement is JSON such as {"kind": "test", "model_id": "…", "evidence": "…", "passed": true}.""";

    private Attestation(string statement) => Statement = statement;

    /// <summary>The statement: a JSON object, to the letter as it was signed.</summary>
    public string Statement { get; }

    /// <summary>What kind of statement it is: 'maker' of who made the package, 'test' of how it stood a test.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The id of the model that it is about.</summary>
    public string ModelId { get; private init; } = "";

    /// <summary>The hash of the evidence that the model came with.</summary>
    public string EvidenceHash { get; private init; } = "";

    /// <summary>When it was made, as it says itself; null where it does not.</summary>
    public string? Made { get; private init; }

    /// <summary>Whether the model passed; null where nothing was judged.</summary>
    public bool? Passed { get; private init; }

    /// <summary>The signatures over the statement; none where nobody signed it.</summary>
    public IReadOnlyList<AttestationSignature> Signatures { get; init; } = [];

    /// <summary>Reads a statement.</summary>
    /// <param name="statement">A JSON object with the texts 'kind', 'model_id' and 'evidence'; what else it holds is kept.</param>
    /// <returns>The attestation, without signatures.</returns>
    /// <exception cref="ArtifactException">It is no such object, or too long.</exception>
    public static Attestation Of(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (statement.Length > MostLetters)
        {
            throw new ArtifactException(FormattableString.Invariant($"A statement has {statement.Length} letters; at most {MostLetters} are read. Leave figures out of it."));
        }

        try
        {
            using var document = JsonDocument.Parse(statement, new JsonDocumentOptions { MaxDepth = MostDepth });
            var root = document.RootElement;
            return new(statement)
            {
                Kind = Text(root, "kind") ?? throw Unsound("it has no text 'kind'"),
                ModelId = Text(root, "model_id") ?? throw Unsound("it has no text 'model_id'"),
                EvidenceHash = Text(root, "evidence") ?? throw Unsound("it has no text 'evidence'"),
                Made = Text(root, "made"),
                Passed = Flag(root, "passed"),
            };
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            throw Unsound("it is not JSON", cause);
        }
    }

    /// <summary>Whether it is about a package as it is: the same model with the same evidence.</summary>
    /// <param name="package">The package.</param>
    /// <returns>False where model or evidence are others than were stated.</returns>
    public bool IsAbout(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        return ModelId == package.ModelId && EvidenceHash == package.EvidenceHash;
    }

    /// <summary>The bytes that signatures cover: nothing else that a key signs begins so.</summary>
    internal byte[] SignedBytes() => Encoding.UTF8.GetBytes("modelwright attestation 1\n" + Statement);

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool? Flag(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static ArtifactException Unsound(string what, Exception? cause = null) => new($"A statement about a package cannot be read: {what}. {Shape}", cause);
}
