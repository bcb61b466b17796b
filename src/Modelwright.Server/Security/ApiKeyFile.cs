using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Security;

/// <summary>A file of named keys with roles. It holds hashes, so who reads it can ask nothing.</summary>
/// <example><code>{"keys":[{"name":"shop","sha256":"9f86…","roles":["predict"]}]}</code></example>
public static class ApiKeyFile
{
    private const int MostBytes = 1 << 20;
    private const string Prefix = "mw_";

    /// <summary>Makes a key and adds its hash to a file, which is made where there is none. The key is told once and kept nowhere.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Whose key it is: letters, digits, '-', '_' and '.', at most 100.</param>
    /// <param name="roles">What it allows; one role at least.</param>
    /// <returns>The key.</returns>
    /// <exception cref="OptionsException">The name is no name or taken, no role is named, or the file cannot be read or written.</exception>
    public static string Add(string path, string name, Role roles)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var keys = File.Exists(path) ? Read(path) : [];
        if (!ServedModels.IsName(name) || roles == Role.None || keys.Any(one => one.Name == name))
        {
            throw new OptionsException($"A key needs a name that is not taken (letters, digits, '-', '_' and '.') and a role: {RoleWords.All}. Got '{name}'.");
        }

        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Write(path, [.. keys, new(name, Hash(key), roles)]);
        return key;
    }

    /// <exception cref="OptionsException">The file cannot be read, or is no file of keys; the text lists all faults.</exception>
    internal static IReadOnlyList<ApiKey> Read(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MostBytes)
            {
                throw new OptionsException($"The file of keys '{path}' has {length} bytes, and at most {MostBytes} are read. Name a file that 'serve --new-key' wrote.");
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(path, document.RootElement);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OptionsException($"The file of keys '{path}' cannot be read: {cause.Message} Make one with 'modelwright serve --keys {path} --new-key NAME --roles predict'.", cause);
        }
        catch (JsonException cause)
        {
            throw new OptionsException($"The file of keys '{path}' is not JSON: {cause.Message} Make one with 'modelwright serve --keys {path} --new-key NAME --roles predict'.", cause);
        }
    }

    internal static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static List<ApiKey> Read(string path, JsonElement root)
    {
        var (keys, faults) = (new List<ApiKey>(), new List<string>());
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new OptionsException($"The file of keys '{path}' has no list 'keys'. Make one with 'modelwright serve --keys {path} --new-key NAME --roles predict'.");
        }

        foreach (var item in list.EnumerateArray())
        {
            var key = Key(item);
            if (key is null || keys.Any(one => one.Name == key.Name))
            {
                faults.Add(FormattableString.Invariant($"Key {keys.Count + faults.Count + 1} of '{path}' needs a 'name' of its own, 'sha256' with 64 hexadecimal digits, and 'roles' out of {RoleWords.All}."));
            }
            else
            {
                keys.Add(key);
            }
        }

        return faults.Count == 0 ? keys : throw new OptionsException(string.Join('\n', faults));
    }

    private static ApiKey? Key(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "name") is not { } name || Text(item, "sha256") is not { Length: 64 } hex || !hex.All(char.IsAsciiHexDigit)
            || !item.TryGetProperty("roles", out var words) || words.ValueKind != JsonValueKind.Array || !ServedModels.IsName(name))
        {
            return null;
        }

        var roles = Role.None;
        foreach (var word in words.EnumerateArray())
        {
            if (word.ValueKind != JsonValueKind.String || RoleWords.Read(word.GetString()!) is not { } role)
            {
                return null;
            }

            roles |= role;
        }

        return new(name, Convert.FromHexString(hex), roles);
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static void Write(string path, IReadOnlyList<ApiKey> keys)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, new() { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("keys");
            foreach (var key in keys)
            {
                writer.WriteStartObject();
                writer.WriteString("name", key.Name);
                writer.WriteString("sha256", Convert.ToHexStringLower(key.Hash));
                writer.WriteStartArray("roles");
                foreach (var word in RoleWords.Words(key.Roles))
                {
                    writer.WriteStringValue(word);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        var beside = $"{path}.{Path.GetRandomFileName()}.partial";
        try
        {
            File.WriteAllBytes(beside, memory.ToArray());
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new OptionsException($"The file of keys '{path}' cannot be written: {cause.Message} Name a file in a folder that exists and may be written.", cause);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
