using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Packaging.Attestations;

namespace Modelwright.Cli.Options;

/// <summary>Reads and writes the files behind --key and --new-key.</summary>
internal static class KeyFile
{
    private const long MostBytes = 1 << 14;

    /// <summary>Reads a private key.</summary>
    /// <exception cref="OptionsException">The file is absent, or holds no such key.</exception>
    public static SigningKey Signing(string path) => Named(path, () => SigningKey.FromPem(Text(path)));

    /// <summary>Reads a key to check with, the public half or both.</summary>
    /// <exception cref="OptionsException">The file is absent, or holds no key.</exception>
    public static VerifyingKey Verifying(string path) => Named(path, () => VerifyingKey.FromPem(Text(path)));

    /// <summary>Writes a new pair of keys: the private half to the path, for its owner alone, the public one beside it.</summary>
    /// <param name="path">The file of the private half, such as team.pem.</param>
    /// <returns>The file of the public half, such as team.public.pem, and the name of the pair.</returns>
    /// <exception cref="OptionsException">One of the files is there already, or the folder is not.</exception>
    public static (string Public, string Id) Create(string path)
    {
        var beside = Path.ChangeExtension(path, ".public.pem");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new OptionsException($"--new-key: the folder '{folder}' does not exist. Make it, or choose another path.");
        }

        foreach (var taken in new[] { path, beside }.Where(File.Exists))
        {
            throw new OptionsException($"--new-key: '{taken}' is there already, and a key that is replaced is lost. Choose another path.");
        }

        using var key = SigningKey.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(path, options))
        {
            writer.WriteLine(key.PrivatePem());
        }

        File.WriteAllText(beside, key.PublicPem() + "\n");
        return (beside, key.Id);
    }

    private static T Named<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (OptionsException fault)
        {
            throw new OptionsException($"--key: '{path}': {fault.Message}", fault);
        }
    }

    private static string Text(string path)
    {
        if (!File.Exists(path))
        {
            throw new OptionsException("The file was not found. Check the path; 'modelwright sign --new-key FILE' makes a pair of keys.");
        }

        return new FileInfo(path).Length <= MostBytes
            ? File.ReadAllText(path)
            : throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"The file has more than {MostBytes} bytes, too many for a key. Name the PEM file of one key."));
    }
}
