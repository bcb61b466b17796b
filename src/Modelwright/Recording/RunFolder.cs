using System.Text;

namespace Modelwright.Recording;

/// <summary>The folder a run leaves its files in.</summary>
internal static class RunFolder
{
    /// <summary>Writes a text beside its place and renames it, so that there is never half a file.</summary>
    public static void Write(string folder, string name, string text)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        var beside = path + ".writing";
        File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(beside, path, overwrite: true);
    }
}
