namespace Modelwright.Quality.Order;

/// <summary>What a setting answered on one set, and what it cost.</summary>
/// <param name="Learner">Whose setting.</param>
/// <param name="Name">Its name in the pool.</param>
/// <param name="Seconds">Seconds of one thread over all folds.</param>
/// <param name="Answers">Answers out of fold, row by row.</param>
internal sealed record PoolTrial(string Learner, string Name, double Seconds, double[] Answers)
{
    /// <summary>The same for the same setting on every set.</summary>
    public string Key => $"{Learner}: {Name}";

    /// <summary>Reads the trials of a file; none where there is no file.</summary>
    public static List<PoolTrial> ReadAll(string path)
    {
        var trials = new List<PoolTrial>();
        if (!File.Exists(path))
        {
            return trials;
        }

        using var reader = new BinaryReader(File.OpenRead(path));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var (learner, name, seconds, count) = (reader.ReadString(), reader.ReadString(), reader.ReadDouble(), reader.ReadInt32());
            var answers = new double[count];
            for (var index = 0; index < count; index++)
            {
                answers[index] = reader.ReadSingle();
            }

            trials.Add(new(learner, name, seconds, answers));
        }

        return trials;
    }

    /// <summary>Writes trials whole or not at all.</summary>
    public static void WriteAll(string path, IEnumerable<PoolTrial> trials)
    {
        using (var writer = new BinaryWriter(File.Create(path + ".part")))
        {
            foreach (var trial in trials)
            {
                writer.Write(trial.Learner);
                writer.Write(trial.Name);
                writer.Write(trial.Seconds);
                writer.Write(trial.Answers.Length);
                foreach (var answer in trial.Answers)
                {
                    writer.Write((float)answer);
                }
            }
        }

        File.Move(path + ".part", path, overwrite: true);
    }
}
