using System.Globalization;
using System.Text;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Recording;

namespace Modelwright.Monitoring.References;

/// <summary>Reads and writes references. What is read is data of bounded size, checked in full before anything counts with it.</summary>
internal static class ReferenceFile
{
    private const long MostBytes = 64L << 20;
    private const int HeadBytes = 200;
    private const string Remedy = "Learn the reference anew with --write-reference, or fetch the file again from where it was made.";

    /// <summary>Writes a reference beside its place and renames it.</summary>
    /// <exception cref="OptionsException">The folder does not exist.</exception>
    public static void Write(string path, ReferenceDocument document)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full)!;
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"The reference cannot be written to '{path}': folder '{folder}' does not exist. Make the folder, or choose another path.");
        }

        RunFolder.Write(folder, Path.GetFileName(full), Documents.Write(document));
    }

    /// <summary>Whether a file begins as references do.</summary>
    public static bool IsOne(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        var head = new byte[HeadBytes];
        return Encoding.UTF8.GetString(head, 0, stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)).Contains($"\"{ReferenceDocument.Word}\"", StringComparison.Ordinal);
    }

    /// <summary>Reads a reference.</summary>
    /// <exception cref="OptionsException">There is no such file.</exception>
    /// <exception cref="ArtifactException">It is too large, no reference, or not sound; the text lists all faults.</exception>
    public static ReferenceDocument Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new OptionsException($"Reference '{path}' was not found. Check the path.");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new ArtifactException(string.Create(CultureInfo.InvariantCulture, $"{path}: the file has more than {MostBytes} bytes, too many for a reference. {Remedy}"));
        }

        try
        {
            var document = JsonSerializer.Deserialize<ReferenceDocument>(File.ReadAllBytes(path), Documents.Options) ?? throw new JsonException("The document is empty.");
            string[] faults = [.. ReferenceFaults.Of(document).Take(20).Select(fault => $"{path}: {fault} {Remedy}")];
            return faults.Length == 0 ? document : throw new ArtifactException(string.Join('\n', faults));
        }
        catch (JsonException fault)
        {
            throw new ArtifactException($"{path}, line {(fault.LineNumber ?? 0) + 1}: this is not a reference: {Documents.Say(fault, "a reference")} {Remedy}", fault);
        }
    }
}
