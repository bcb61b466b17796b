using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modelwright.Serving;

/// <summary>A folder with what each command found, a document each.</summary>
internal static class Results
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes one, if a folder is named.</summary>
    public static void Write(string? folder, string name, JsonObject result)
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"{name}.json"), result.ToJsonString(Indented) + "\n");
        }
    }

    /// <summary>Reads all that are there, by their names.</summary>
    public static Dictionary<string, JsonObject> Read(string folder) =>
        Directory.GetFiles(folder, "*.json").ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => JsonNode.Parse(File.ReadAllText(file))!.AsObject(), StringComparer.Ordinal);
}
