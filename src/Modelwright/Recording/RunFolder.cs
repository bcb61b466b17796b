using System.Text;

namespace Modelwright.Recording;

/// <summary>The folder a run leaves its files in.</summary>
internal static class RunFolder
{
    /// <summary>Takes away what a run that was killed left half written beside its files.</summary>
    public static void Sweep(string folder)
    {
        foreach (var pattern in new[] { "model.mw.*.partial", "*.writing", "report.html.writing", "card.md.writing" })
        {
            foreach (var path in Directory.GetFiles(folder, pattern))
            {
                File.Delete(path);
            }
        }
    }

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
